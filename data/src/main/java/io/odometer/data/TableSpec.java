// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import java.util.List;
import java.util.Map;

/**
 * A table to be made.
 *
 * @param seed the same seed and description give the same bytes
 * @param rows before duplicates are added
 * @param duplicates share of rows that are written a second time, somewhere later
 * @param tables numbers that formulas look up by the text of a column: {@code base[model]}
 * @param columns in the order in which they are made; a formula may use the ones before it
 * @param order the columns that are written, in the order of the file
 */
public record TableSpec(
    long seed,
    int rows,
    double duplicates,
    Map<String, Map<String, Double>> tables,
    List<ColumnSpec> columns,
    List<String> order) {
  public TableSpec {
    tables = Map.copyOf(tables);
    columns = List.copyOf(columns);
    order = List.copyOf(order);
    if (rows < 1) {
      throw new IllegalArgumentException("rows is at least 1");
    }
    requireKnown(columns, order);
  }

  private static void requireKnown(List<ColumnSpec> columns, List<String> order) {
    List<String> known = columns.stream().map(ColumnSpec::name).toList();
    for (String name : order) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("order names the unknown column '" + name + "'");
      }
    }
  }
}
