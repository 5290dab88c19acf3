// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.parquet;

import java.util.List;

/** The columns of a table, in order. */
public record Columns(List<Column> columns) {
  /** The type of predictions. */
  public static final String NUMBER = "DOUBLE";

  /** The type of text. */
  public static final String TEXT = "VARCHAR";

  /**
   * @param type as DuckDB names it, such as {@code DECIMAL(10,2)}
   */
  public record Column(String name, String type) {}

  public Columns {
    columns = List.copyOf(columns);
  }
}
