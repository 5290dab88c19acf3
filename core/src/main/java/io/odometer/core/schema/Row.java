// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.table.Cells;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One record, typed by a schema; reusable and for one thread at a time. Reading it allocates
 * nothing: cells are parsed when they are set.
 */
public final class Row {
  private final Schema schema;
  private final Layout layout;
  private final NumberScanner scanner = new NumberScanner();
  private final DateScanner dates = new DateScanner();
  private final double[] numbers;
  private final @Nullable TextValue[] texts;

  Row(Schema schema) {
    this.schema = schema;
    this.layout = schema.layout();
    this.numbers = new double[layout.numbers()];
    this.texts = new TextValue[layout.texts()];
    clear();
  }

  public Schema schema() {
    return schema;
  }

  /** Makes every cell missing. */
  public void clear() {
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(texts, null);
  }

  /** Puts a text cell, as a CSV has it: units, currency signs and missing tokens are understood. */
  public CellOutcome set(int column, String text) {
    clear(column);
    if (Cells.isMissing(text)) {
      return CellOutcome.MISSING;
    }
    Column facts = schema.columns().get(column);
    NumberForm form = facts.numbers();
    boolean number = form != null && setNumbers(column, facts, form, text);
    return switch (facts.type()) {
      case NUMBER -> number ? CellOutcome.VALUE : CellOutcome.UNREADABLE;
      case DATE -> setDate(column, dates.read(text, facts.dayFirst()));
      case CATEGORY -> setText(column, TextValue.single(text));
      case TEXT -> setText(column, TextValue.words(text));
    };
  }

  /**
   * Puts a number; a text-like column takes it in its shortest decimal form, a date column as
   * seconds since 1970. NaN is missing, infinity unreadable.
   */
  public CellOutcome set(int column, double number) {
    clear(column);
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? CellOutcome.MISSING : CellOutcome.UNREADABLE;
    }
    Column facts = schema.columns().get(column);
    if (facts.numbers() != null || facts.type() == ColumnType.DATE) {
      numbers[layout.numberSlot(column)] = number;
    }
    if (facts.type() == ColumnType.NUMBER) {
      setUnit(column, 0);
    } else if (facts.type() != ColumnType.DATE) {
      setText(column, TextValue.single(ShortestNumber.of(number)));
    }
    return CellOutcome.VALUE;
  }

  /** The part's number, or a date's seconds since 1970; NaN when missing. */
  public double number(int column, int part) {
    return numbers[layout.numberSlot(column) + part];
  }

  /** The name of a category or text column, or the unit of a number with mixed units. */
  public @Nullable TextValue text(int column) {
    return texts[layout.textSlot(column)];
  }

  double[] numbers() {
    return numbers;
  }

  @Nullable TextValue[] texts() {
    return texts;
  }

  private void clear(int column) {
    int slot = layout.numberSlot(column);
    Arrays.fill(numbers, slot, slot + layout.numbersOf(column), Double.NaN);
    if (layout.hasText(column)) {
      texts[layout.textSlot(column)] = null;
    }
  }

  private boolean setNumbers(int column, Column facts, NumberForm form, String text) {
    if (!scanner.scan(text, form.decimalComma())) {
      return false;
    }
    int slot = layout.numberSlot(column);
    for (int part = 0; part < Math.min(scanner.count(), form.parts().size()); part++) {
      numbers[slot + part] = scanner.value(part);
    }
    if (facts.type() == ColumnType.NUMBER && form.mixed()) {
      setUnit(column, form);
    }
    return true;
  }

  private void setUnit(int column, NumberForm form) {
    for (int i = 0; i < form.units().size(); i++) {
      if (scanner.unitIs(0, form.units().get(i))) {
        setUnit(column, i);
        return;
      }
    }
    texts[layout.textSlot(column)] = TextValue.single(scanner.unit(0));
  }

  /** A number without a word about its unit has the most frequent one. */
  private void setUnit(int column, int unit) {
    if (layout.hasText(column)) {
      texts[layout.textSlot(column)] = layout.unit(column, unit);
    }
  }

  private CellOutcome setDate(int column, double seconds) {
    numbers[layout.numberSlot(column)] = seconds;
    return Double.isNaN(seconds) ? CellOutcome.UNREADABLE : CellOutcome.VALUE;
  }

  private CellOutcome setText(int column, TextValue value) {
    texts[layout.textSlot(column)] = value;
    return CellOutcome.VALUE;
  }
}
