// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import java.util.List;

/**
 * Where a column's values lie in a row: numbers and dates in number slots (one a part), names and
 * units in text slots.
 */
final class Layout {
  private final int[] numberSlots;
  private final int[] textSlots;
  private final List<List<TextValue>> units;
  private final int numbers;
  private final int texts;

  Layout(List<Column> columns) {
    numberSlots = new int[columns.size() + 1];
    textSlots = new int[columns.size() + 1];
    int nextNumber = 0;
    int nextText = 0;
    for (int i = 0; i < columns.size(); i++) {
      numberSlots[i] = nextNumber;
      textSlots[i] = nextText;
      nextNumber += numbersOf(columns.get(i));
      nextText += textsOf(columns.get(i));
    }
    numbers = nextNumber;
    texts = nextText;
    numberSlots[columns.size()] = numbers;
    textSlots[columns.size()] = texts;
    units = columns.stream().map(Layout::unitsOf).toList();
  }

  private static List<TextValue> unitsOf(Column column) {
    NumberForm form = column.numbers();
    return form == null
        ? List.of()
        : form.units().stream().map(unit -> new TextValue(unit, unit, unit)).toList();
  }

  private static int numbersOf(Column column) {
    NumberForm form = column.numbers();
    return form != null ? form.parts().size() : column.type() == ColumnType.DATE ? 1 : 0;
  }

  private static int textsOf(Column column) {
    NumberForm form = column.numbers();
    return switch (column.type()) {
      case CATEGORY, TEXT -> 1;
      case NUMBER -> form != null && form.mixed() ? 1 : 0;
      case DATE -> 0;
    };
  }

  int numberSlot(int column) {
    return numberSlots[column];
  }

  int textSlot(int column) {
    return textSlots[column];
  }

  int numbersOf(int column) {
    return numberSlots[column + 1] - numberSlots[column];
  }

  boolean hasText(int column) {
    return textSlots[column + 1] > textSlots[column];
  }

  TextValue unit(int column, int unit) {
    return units.get(column).get(unit);
  }

  int numbers() {
    return numbers;
  }

  int texts() {
    return texts;
  }
}
