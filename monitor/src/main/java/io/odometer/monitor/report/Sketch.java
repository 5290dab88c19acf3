// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.monitor.report.Picture.Box;
import io.odometer.monitor.report.Picture.Dot;
import io.odometer.monitor.report.Picture.Line;
import io.odometer.monitor.report.Picture.Trace;
import io.odometer.monitor.report.Picture.Words;
import java.util.ArrayList;
import java.util.List;

/** A picture in the making; coordinates are rounded, so that the page stays small. */
final class Sketch {
  private final int width;
  private final int height;
  private final List<Line> lines = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Trace> traces = new ArrayList<>();
  private final List<Dot> dots = new ArrayList<>();
  private final List<Words> words = new ArrayList<>();

  Sketch(int width, int height) {
    this.width = width;
    this.height = height;
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
    lines.add(new Line(kind, round(x1), round(y1), round(x2), round(y2)));
  }

  void box(String kind, double x, double y, double boxWidth, double boxHeight, String tip) {
    boxes.add(new Box(kind, round(x), round(y), round(boxWidth), round(boxHeight), tip));
  }

  void trace(String kind, List<double[]> points) {
    StringBuilder text = new StringBuilder();
    points.forEach(
        point -> text.append(round(point[0])).append(',').append(round(point[1])).append(' '));
    traces.add(new Trace(kind, text.toString().trim()));
  }

  void dot(String kind, double x, double y, double radius, String tip) {
    dots.add(new Dot(kind, round(x), round(y), radius, tip));
  }

  void words(String kind, double x, double y, String text) {
    words.add(new Words(kind, round(x), round(y), text));
  }

  Picture picture(String kind, String title) {
    return new Picture(kind, width, height, title, lines, boxes, traces, dots, words);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
