// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.text.Shortened;

/** Names with two bars each, now below the baseline. */
final class CategoryBars {
  private static final int WIDTH = 440;
  private static final int ROW = 36;
  private static final int LEFT = 124;
  private static final int RIGHT = 66;
  private static final int BAR = 12;
  private static final int LETTERS = 15;

  private CategoryBars() {}

  static Picture of(Bars bars) {
    int rows = bars.labels().size();
    Sketch sketch = new Sketch(WIDTH, Math.max(1, rows) * ROW + 8);
    double scale = (WIDTH - LEFT - RIGHT) / Math.max(bars.most(), 1e-9);
    sketch.line("axis", LEFT, 0, LEFT, rows * ROW + 8.0);
    for (int i = 0; i < rows; i++) {
      row(sketch, bars, i, scale);
    }
    return sketch.picture("categories", bars.title());
  }

  private static void row(Sketch sketch, Bars bars, int index, double scale) {
    double y = index * ROW + 8.0;
    String label = bars.labels().get(index);
    String tip = bars.tip(index, label);
    double before = bars.baseline().get(index);
    double now = bars.current().get(index);
    sketch.words("name end", LEFT - 8, y + BAR + 4, Shortened.of(label, LETTERS));
    sketch.box("baseline", LEFT, y, before * scale, BAR, tip);
    sketch.box("now", LEFT, y + BAR, now * scale, BAR, tip);
    sketch.words("tick soft", LEFT + before * scale + 5, y + BAR - 1.5, Figures.share(before));
    sketch.words("tick", LEFT + now * scale + 5, y + 2 * BAR - 0.5, Figures.share(now));
  }
}
