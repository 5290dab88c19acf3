// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import java.util.List;

/**
 * The columns a version was trained with, frozen. JSON is its stored form.
 *
 * @param columns the feature columns in order of the first file's header; neither the target nor
 *     dropped columns
 * @param dropped columns left out and why
 */
public record Schema(String target, List<Column> columns, List<DroppedColumn> dropped) {
  public Schema {
    columns = List.copyOf(columns);
    dropped = List.copyOf(dropped);
  }

  /** A reusable row of this schema, every cell missing. */
  public Row newRow() {
    return new Row(this);
  }

  /** The column's index, or -1. Names are compared after trimming. */
  public int indexOf(String name) {
    throw new UnsupportedOperationException("to be written");
  }
}
