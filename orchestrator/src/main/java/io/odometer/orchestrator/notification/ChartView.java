// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.monitoring.DriftFound;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A feature's histogram as bars of table cells, the longest of which fills the width. */
record ChartView(String feature, List<Bar> bars) {
  /** What a cell of no width would be is left out; the smallest share that is one is seen. */
  record Bar(
      String label,
      String padded,
      String baseline,
      String current,
      int baselineWidth,
      int currentWidth) {}

  private static final int WIDTH = 260;
  private static final int LONGEST_LABEL = 40;

  static ChartView of(DriftFound.Chart chart) {
    double most =
        DoubleStream.concat(stream(chart.baseline()), stream(chart.current()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    int widest =
        chart.labels().stream().mapToInt(label -> shortened(label).length()).max().orElse(0);
    return new ChartView(
        chart.feature(),
        IntStream.range(0, chart.labels().size())
            .mapToObj(at -> bar(chart, at, most, widest))
            .toList());
  }

  private static DoubleStream stream(List<Double> shares) {
    return shares.stream().mapToDouble(Double::doubleValue);
  }

  private static Bar bar(DriftFound.Chart chart, int at, double most, int widest) {
    String label = shortened(chart.labels().get(at));
    double baseline = chart.baseline().get(at);
    double current = chart.current().get(at);
    return new Bar(
        label,
        label + " ".repeat(widest - label.length()),
        Figures.percent(baseline),
        Figures.percent(current),
        width(baseline, most),
        width(current, most));
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }

  private static int width(double share, double most) {
    return share > 0 && most > 0 ? Math.clamp(Math.round(share / most * WIDTH), 1, WIDTH) : 0;
  }
}
