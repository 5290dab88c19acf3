// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects rows in growing columns. */
final class TypedTableBuilder {
  private static final int FIRST_CAPACITY = 1024;

  private final Schema schema;
  private final double[][] numbers;
  private final int[][] codes;
  private final List<Map<TextValue, Integer>> dictionaries = new ArrayList<>();
  private double[] labels = new double[FIRST_CAPACITY];
  private int rows;

  TypedTableBuilder(Schema schema) {
    this.schema = schema;
    numbers = new double[schema.layout().numbers()][FIRST_CAPACITY];
    codes = new int[schema.layout().texts()][FIRST_CAPACITY];
    for (int slot = 0; slot < codes.length; slot++) {
      dictionaries.add(new HashMap<>());
    }
  }

  void add(Row row, double label) {
    if (rows == labels.length) {
      resize(Math.addExact(rows, Math.max(rows / 2, 1)));
    }
    labels[rows] = label;
    for (int slot = 0; slot < numbers.length; slot++) {
      numbers[slot][rows] = row.numbers()[slot];
    }
    for (int slot = 0; slot < codes.length; slot++) {
      codes[slot][rows] = code(slot, row.texts()[slot]);
    }
    rows++;
  }

  TypedTable build() {
    resize(rows);
    List<List<TextValue>> values = dictionaries.stream().map(TypedTableBuilder::inOrder).toList();
    return new TypedTable(schema, labels, numbers, codes, values);
  }

  private int code(int slot, @Nullable TextValue value) {
    if (value == null) {
      return -1;
    }
    Map<TextValue, Integer> dictionary = dictionaries.get(slot);
    Integer code = dictionary.putIfAbsent(value, dictionary.size());
    return code == null ? dictionary.size() - 1 : code;
  }

  private void resize(int capacity) {
    labels = Arrays.copyOf(labels, capacity);
    for (int slot = 0; slot < numbers.length; slot++) {
      numbers[slot] = Arrays.copyOf(numbers[slot], capacity);
    }
    for (int slot = 0; slot < codes.length; slot++) {
      codes[slot] = Arrays.copyOf(codes[slot], capacity);
    }
  }

  private static List<TextValue> inOrder(Map<TextValue, Integer> dictionary) {
    TextValue[] values = new TextValue[dictionary.size()];
    dictionary.forEach((value, code) -> values[code] = value);
    return List.of(values);
  }
}
