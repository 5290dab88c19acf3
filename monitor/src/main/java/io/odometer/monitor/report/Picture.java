// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import java.util.List;

/**
 * A drawing as coordinates and words; the template makes SVG of it, so that no Java writes markup
 * and every word is escaped.
 *
 * @param kind a class of the style sheet
 * @param title what it shows, for those who cannot see it
 */
record Picture(
    String kind,
    int width,
    int height,
    String title,
    List<Line> lines,
    List<Box> boxes,
    List<Trace> traces,
    List<Dot> dots,
    List<Words> words) {

  /** A straight line. */
  record Line(String kind, double x1, double y1, double x2, double y2) {}

  /** A bar; the tip is shown under the pointer and read aloud. */
  record Box(String kind, double x, double y, double width, double height, String tip) {}

  /** A line through many points, as SVG's {@code points}. */
  record Trace(String kind, String points) {}

  /** One of the points. */
  record Dot(String kind, double x, double y, double radius, String tip) {}

  /** Text; the kind says how it is aligned too. */
  record Words(String kind, double x, double y, String text) {}
}
