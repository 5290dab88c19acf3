// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.client;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells in columns, as wide as they must be. */
public final class TextTable {
  private TextTable() {}

  /**
   * @param rows all with the same number of cells
   */
  public static List<String> lines(List<List<String>> rows) {
    return rows.stream().map(row -> line(row, rows)).toList();
  }

  private static String line(List<String> row, List<List<String>> all) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), width(column, all)))
        .collect(Collectors.joining("  ", "  ", ""))
        .stripTrailing();
  }

  private static int width(int column, List<List<String>> all) {
    return all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
