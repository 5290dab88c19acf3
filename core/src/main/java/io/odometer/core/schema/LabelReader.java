// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.table.Cells;

/** Reads cells of the column to predict. For one thread at a time. */
public final class LabelReader {
  private final NumberScanner scanner = new NumberScanner();
  private final boolean decimalComma;

  public LabelReader(Column label) {
    NumberForm numbers = label.numbers();
    decimalComma = numbers != null && numbers.decimalComma();
  }

  /** The number, or NaN when the cell is missing or no number. */
  public double read(String cell) {
    return !Cells.isMissing(cell) && scanner.scan(cell, decimalComma)
        ? scanner.value(0)
        : Double.NaN;
  }
}
