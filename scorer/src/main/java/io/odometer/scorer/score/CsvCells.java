// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.odometer.core.table.Cells;

/**
 * The cells of one row. A row may have more or fewer than it should; those beyond are counted only.
 */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {
  private final boolean[] wanted;
  private final String[] cells;
  private int count;
  private boolean blank;
  private long line;

  /**
   * @param wanted which cells are looked at, one a column
   */
  CsvCells(boolean[] wanted) {
    this.wanted = wanted;
    this.cells = new String[wanted.length];
  }

  String[] cells() {
    return cells;
  }

  int count() {
    return count;
  }

  /** Whether no cell says anything. */
  boolean isBlank() {
    return blank;
  }

  /** Where the row began, the first line being 1. */
  long line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    count = 0;
    blank = true;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    count = index + 1;
    blank = blank && isBlank(buffer, offset, length);
    if (index < cells.length && wanted[index]) {
      cells[index] = length == 0 ? "" : new String(buffer, offset, length);
    }
  }

  private static boolean isBlank(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (!Cells.isBlank(buffer[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected void handleEmpty() {
    count = 0;
  }

  @Override
  protected CsvCells buildRecord() {
    return this;
  }
}
