// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.odometer.core.json.Json;
import io.odometer.core.table.Cells;
import io.odometer.core.table.Hashes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns a version was trained with, frozen. JSON is its stored form. Immutable, safe for use
 * by many threads; equal when the JSON is.
 */
public final class Schema {
  private final Column label;
  private final List<Column> columns;
  private final List<DroppedColumn> dropped;
  private final Map<String, Integer> indices = new HashMap<>();
  private final Layout layout;
  private final long fingerprint;

  /**
   * @param label the column to predict
   * @param columns the feature columns in order of the first file's header; neither the target nor
   *     dropped columns
   * @param dropped columns left out and why
   */
  @JsonCreator
  public Schema(
      @JsonProperty("label") Column label,
      @JsonProperty("columns") List<Column> columns,
      @JsonProperty("dropped") List<DroppedColumn> dropped) {
    this.label = label;
    this.columns = List.copyOf(columns);
    this.dropped = List.copyOf(dropped);
    for (int i = 0; i < columns.size(); i++) {
      indices.put(columns.get(i).name(), i);
    }
    this.layout = new Layout(this.columns);
    this.fingerprint = Hashes.of(Json.text(Map.of("label", label, "columns", columns)));
  }

  @JsonProperty
  public Column label() {
    return label;
  }

  @JsonProperty
  public List<Column> columns() {
    return columns;
  }

  @JsonProperty
  public List<DroppedColumn> dropped() {
    return dropped;
  }

  /** The name of the column to predict. */
  public String target() {
    return label.name();
  }

  /** A reusable row of this schema, every cell missing. */
  public Row newRow() {
    return new Row(this);
  }

  /** The column's index, or -1. Names are compared after trimming. */
  public int indexOf(String name) {
    return indices.getOrDefault(Cells.trim(name), -1);
  }

  /** A reader of target cells, for one thread at a time. */
  public LabelReader labelReader() {
    return new LabelReader(label);
  }

  /** Equal for schemas whose rows are read alike. */
  public long fingerprint() {
    return fingerprint;
  }

  Layout layout() {
    return layout;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema schema
        && label.equals(schema.label)
        && columns.equals(schema.columns)
        && dropped.equals(schema.dropped);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint);
  }

  @Override
  public String toString() {
    return Json.text(this);
  }
}
