// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

/** Numbers in buckets: the baseline as wide bars, now as narrow ones before them. */
final class NumberBars {
  private static final int WIDTH = 440;
  private static final int HEIGHT = 210;
  private static final int LEFT = 42;
  private static final int RIGHT = 10;
  private static final int TOP = 12;
  private static final int BOTTOM = 26;
  private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5};
  private static final int MOST_LABELS = 6;

  private final Bars bars;
  private final Sketch sketch = new Sketch(WIDTH, HEIGHT);
  private final double step;
  private final double top;

  private NumberBars(Bars bars) {
    this.bars = bars;
    this.step = step(bars.most());
    this.top = Math.max(step, Math.ceil(bars.most() / step - 1e-9) * step);
  }

  static Picture of(Bars bars) {
    NumberBars histogram = new NumberBars(bars);
    histogram.grid();
    histogram.bars();
    histogram.edges();
    return histogram.sketch.picture("histogram", bars.title());
  }

  /** Three or four lines. */
  private static double step(double most) {
    for (double step : STEPS) {
      if (most / step <= 4) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  private void grid() {
    for (double share = 0; share <= top + 1e-9; share += step) {
      sketch.line(share == 0 ? "axis" : "grid", LEFT, y(share), WIDTH - RIGHT, y(share));
      sketch.words("tick end", LEFT - 6, y(share) + 4, Math.round(share * 100) + " %");
    }
  }

  private void bars() {
    double width = (double) (WIDTH - LEFT - RIGHT) / bars.baseline().size();
    for (int i = 0; i < bars.baseline().size(); i++) {
      String tip = bars.tip(i, bars.labels().get(i) + " to " + bars.labels().get(i + 1));
      bar("baseline", LEFT + i * width + 1, width - 2, bars.baseline().get(i), tip);
      bar("now", LEFT + (i + 0.25) * width, width * 0.5, bars.current().get(i), tip);
    }
  }

  private void bar(String kind, double x, double width, double share, String tip) {
    sketch.box(kind, x, y(share), width, y(0) - y(share), tip);
  }

  private void edges() {
    int buckets = bars.baseline().size();
    int every = Math.max(1, (int) Math.ceil((double) buckets / (MOST_LABELS - 1)));
    for (int i = 0; i <= buckets; i += every) {
      double x = LEFT + (double) (WIDTH - LEFT - RIGHT) * i / buckets;
      sketch.line("axis", x, y(0), x, y(0) + 4);
      sketch.words(i == buckets ? "tick end" : "tick middle", x, HEIGHT - 8, bars.labels().get(i));
    }
  }

  private double y(double share) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share / top);
  }
}
