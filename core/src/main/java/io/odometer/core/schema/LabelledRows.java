// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.table.CsvLimits;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.TextForm;
import java.io.InputStream;
import java.util.List;

/** Streams the labelled rows of a CSV, one reused {@link Row} at a time. */
public final class LabelledRows {
  /** Takes one row; the row is overwritten by the next. */
  @FunctionalInterface
  public interface Sink {
    void accept(Row row, double label);
  }

  private LabelledRows() {}

  /**
   * Reads a CSV as preprocess writes it. Rows without a usable target are left out; columns that
   * the schema does not have are passed over, and those missing here are missing in every row. The
   * stream is not closed.
   *
   * @throws OdometerException {@code Schema.TargetMissing} if there is no target column
   */
  public static void read(InputStream csv, Schema schema, Sink sink) {
    CsvTable table = CsvTable.open(csv, TextForm.PLAIN, CsvLimits.DEFAULT, "prepared rows");
    List<String> header = table.header();
    int target = header.indexOf(schema.target());
    if (target < 0) {
      throw new OdometerException(
          Errors.SCHEMA_TARGET_MISSING, "no column " + schema.target() + " in prepared rows");
    }
    int[] columns = header.stream().mapToInt(schema::indexOf).toArray();
    LabelReader labels = schema.labelReader();
    Row row = schema.newRow();
    for (String[] cells = table.next(); cells != null; cells = table.next()) {
      double label = labels.read(cells[target]);
      if (!Double.isNaN(label)) {
        fill(row, columns, cells);
        sink.accept(row, label);
      }
    }
  }

  private static void fill(Row row, int[] columns, String[] cells) {
    row.clear();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= 0) {
        row.set(columns[i], cells[i]);
      }
    }
  }
}
