// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the cells of one record, as many as the header has. */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<String[]> {
  private final CsvLimits limits;
  private final List<String> headerCells = new ArrayList<>();
  private String[] cells = {};
  private boolean inHeader = true;
  private int fields;
  private long line;
  private long characters;
  private long extraCells;
  private long shortRows;

  RecordHandler(CsvLimits limits) {
    this.limits = limits;
  }

  long line() {
    return line;
  }

  long extraCells() {
    return extraCells;
  }

  long shortRows() {
    return shortRows;
  }

  /** The record just read was no header: the next one may be. */
  void startOver() {
    headerCells.clear();
  }

  /** The header is read; rows have its width from now on. */
  void setWidth(int width, String name) {
    if (fields > limits.columns()) {
      throw new OdometerException(
          Errors.SCHEMA_TOO_MANY_COLUMNS,
          "%s has %,d columns; at most %,d are read".formatted(name, fields, limits.columns()));
    }
    inHeader = false;
    cells = new String[width];
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    fields = 0;
    characters = 0;
    if (!inHeader) {
      cells = new String[cells.length];
    }
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    fields = index + 1;
    characters += length;
    if (characters > limits.recordCharacters()) {
      throw new OdometerException(
          Errors.DATA_TOO_LARGE,
          "the row that begins at line %d has more than %,d characters"
              .formatted(line, limits.recordCharacters()));
    }
    if (inHeader && index < limits.columns()) {
      headerCells.add(new String(buffer, offset, length));
    } else if (!inHeader && index < cells.length) {
      cells[index] = length == 0 ? "" : new String(buffer, offset, length);
    } else if (!inHeader) {
      extraCells += length == 0 ? 0 : 1;
    }
  }

  @Override
  protected String[] buildRecord() {
    if (inHeader) {
      return headerCells.toArray(String[]::new);
    }
    if (fields < cells.length) {
      shortRows += fields > 1 ? 1 : 0;
      Arrays.fill(cells, fields, cells.length, "");
    }
    return cells;
  }
}
