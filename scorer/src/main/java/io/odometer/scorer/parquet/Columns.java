// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.parquet;

import java.util.ArrayList;
import java.util.List;

/** The columns of a table, in order. */
public record Columns(List<Column> columns) {
  /**
   * @param type as DuckDB names it, such as {@code DECIMAL(10,2)}
   */
  public record Column(String name, String type) {}

  public Columns {
    columns = List.copyOf(columns);
  }

  /** These and one more to their right that holds numbers. */
  public Columns withNumber(String name) {
    return with(new Column(name, "DOUBLE"));
  }

  /** These and one more to their right that holds text. */
  public Columns withText(String name) {
    return with(new Column(name, "VARCHAR"));
  }

  private Columns with(Column column) {
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return new Columns(more);
  }
}
