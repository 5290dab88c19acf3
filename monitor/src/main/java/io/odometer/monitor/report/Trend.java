// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a figure went over the last windows, and the threshold it should stay below. */
final class Trend {
  private static final int WIDTH = 260;
  private static final int HEIGHT = 56;
  private static final int MARGIN = 8;

  private Trend() {}

  /**
   * One window.
   *
   * @param value null where the window could not say
   */
  record Point(String window, @Nullable Double value, boolean failed) {}

  /**
   * @param points oldest first, this run's last
   */
  static Picture of(String what, List<Point> points, @Nullable Double threshold) {
    Sketch sketch = new Sketch(WIDTH, HEIGHT);
    double top = top(points, threshold);
    if (threshold != null) {
      sketch.line("threshold", MARGIN, y(threshold, top), WIDTH - MARGIN, y(threshold, top));
    }
    List<double[]> line = new java.util.ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Double value = points.get(i).value();
      if (value != null) {
        line.add(new double[] {x(i, points.size()), y(value, top)});
      }
    }
    sketch.trace("trend", line);
    for (int i = 0; i < points.size(); i++) {
      dot(sketch, points, i, top);
    }
    return sketch.picture(
        "trend", what + " over the last " + Figures.count(points.size(), "window"));
  }

  private static void dot(Sketch sketch, List<Point> points, int index, double top) {
    Point point = points.get(index);
    if (point.value() != null) {
      String tip =
          "%s: %s%s"
              .formatted(
                  point.window(),
                  Figures.number(point.value()),
                  point.failed() ? ", above its threshold" : "");
      double radius = index == points.size() - 1 ? 4.5 : 3;
      sketch.dot(
          point.failed() ? "failed" : "passed",
          x(index, points.size()),
          y(point.value(), top),
          radius,
          tip);
    }
  }

  private static double top(List<Point> points, @Nullable Double threshold) {
    double most = threshold == null ? 0 : threshold;
    for (Point point : points) {
      most = point.value() == null ? most : Math.max(most, point.value());
    }
    return most > 0 ? most * 1.1 : 1;
  }

  private static double x(int index, int points) {
    return points == 1
        ? WIDTH - MARGIN
        : MARGIN + (double) (WIDTH - 2 * MARGIN) * index / (points - 1);
  }

  private static double y(double value, double top) {
    return MARGIN + (HEIGHT - 2 * MARGIN) * (1 - value / top);
  }
}
