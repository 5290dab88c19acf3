// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.odometer.core.serving.Field;
import io.odometer.core.serving.RecordBlock;
import io.odometer.core.serving.UnusableRecord;
import io.odometer.core.table.Cells;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one row at a time into a block of records. For one thread. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {
  private final @Nullable Field[] fields;
  private final RecordBlock records;
  private final boolean kept;

  private @Nullable String[] cells = {};
  private int count;
  private boolean blank;
  private long line;
  private @Nullable UnusableRecord fault;

  /**
   * @param kept whether the output needs the cells themselves
   */
  CsvCells(@Nullable Field[] fields, RecordBlock records, boolean kept) {
    this.fields = fields;
    this.records = records;
    this.kept = kept;
  }

  /**
   * The row's own array, empty unless cells are kept. An empty cell without quotes is null: Parquet
   * tells it from empty text.
   */
  @Nullable String[] cells() {
    return cells;
  }

  /** Where the row began, the first line being 1. */
  long line() {
    return line;
  }

  /**
   * @throws UnusableRecord unless the row has as many cells as it should and all can be used
   */
  void requireUsable() {
    if (blank) {
      throw new UnusableRecord("", "is blank");
    }
    if (count != fields.length) {
      throw new UnusableRecord("", "has %d cells instead of %d".formatted(count, fields.length));
    }
    if (fault != null) {
      throw fault;
    }
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    count = 0;
    blank = true;
    fault = null;
    cells = kept ? new String[fields.length] : cells;
    records.begin();
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    count = index + 1;
    blank = blank && isBlank(buffer, offset, length);
    if (index >= fields.length) {
      return;
    }
    if (kept) {
      cells[index] = length == 0 && !quoted ? null : new String(buffer, offset, length);
    }
    Field field = fields[index];
    if (field != null && fault == null) {
      set(field, buffer, offset, length);
    }
  }

  private void set(Field field, char[] buffer, int offset, int length) {
    try {
      records.set(field, buffer, offset, length);
    } catch (UnusableRecord unusable) {
      // The parser must go on: the row is refused at its end.
      fault = unusable;
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
  protected CsvCells buildRecord() {
    return this;
  }
}
