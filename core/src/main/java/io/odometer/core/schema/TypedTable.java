// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.table.Hashes;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Labelled rows in memory by columns: numbers as doubles, names as codes of a dictionary.
 * Immutable, safe for use by many threads.
 */
public final class TypedTable {
  private final Schema schema;
  private final double[] labels;
  private final double[][] numbers;
  private final int[][] codes;
  private final List<List<TextValue>> dictionaries;

  TypedTable(
      Schema schema,
      double[] labels,
      double[][] numbers,
      int[][] codes,
      List<List<TextValue>> dictionaries) {
    this.schema = schema;
    this.labels = labels;
    this.numbers = numbers;
    this.codes = codes;
    this.dictionaries = dictionaries;
  }

  /**
   * Reads a CSV as preprocess writes it: UTF-8, a header with the target and any of the schema's
   * columns in any order. Rows without a usable target are left out. The stream is not closed.
   */
  public static TypedTable read(InputStream csv, Schema schema) {
    TypedTableBuilder builder = new TypedTableBuilder(schema);
    LabelledRows.read(csv, schema, (row, label) -> builder.add(row, label));
    return builder.build();
  }

  public Schema schema() {
    return schema;
  }

  public int rows() {
    return labels.length;
  }

  /** One number to predict a row; not a copy. */
  public double[] labels() {
    return labels;
  }

  /** As {@link Row#number}. */
  public double number(int row, int column, int part) {
    return numbers[schema.layout().numberSlot(column) + part][row];
  }

  /** Where the row's name stands in the column's dictionary, or -1 when it is missing. */
  public int code(int row, int column) {
    return codes[schema.layout().textSlot(column)][row];
  }

  /** The different names of a category or text column, or units of a number with mixed units. */
  public List<TextValue> dictionary(int column) {
    return dictionaries.get(schema.layout().textSlot(column));
  }

  /** Equal for rows whose cells are equal. */
  public long hash(int row) {
    long hash = 0;
    for (double[] slot : numbers) {
      hash = Hashes.mix(hash * 31 + Double.doubleToLongBits(slot[row]));
    }
    for (int slot = 0; slot < codes.length; slot++) {
      int code = codes[slot][row];
      String name = code < 0 ? "" : dictionaries.get(slot).get(code).whole();
      hash = Hashes.mix(hash * 31 + name.hashCode());
    }
    return hash;
  }

  /** Puts a row's cells into {@code target}, whose schema must be this table's. */
  public void fill(int row, Row target) {
    double[] targetNumbers = target.numbers();
    for (int slot = 0; slot < numbers.length; slot++) {
      targetNumbers[slot] = numbers[slot][row];
    }
    @Nullable TextValue[] targetTexts = target.texts();
    for (int slot = 0; slot < codes.length; slot++) {
      int code = codes[slot][row];
      targetTexts[slot] = code < 0 ? null : dictionaries.get(slot).get(code);
    }
  }
}
