// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.serving.RecordBlock;
import io.odometer.core.serving.UnusableRecord;
import org.jspecify.annotations.Nullable;

/** Rows that wait until there are enough to be predicted together. For one thread. */
final class CsvPending {
  private final RecordBlock records;
  private final RawRecord[] rows;
  private final @Nullable String[][] cells;
  private final double[] values;
  private final CsvFeatures features;

  CsvPending(RecordBlock records, int capacity, int members, CsvFeatures features) {
    this.records = records;
    this.rows = new RawRecord[capacity];
    this.cells = new String[capacity][];
    this.values = new double[1 + members];
    this.features = features;
  }

  /** The record under way in the block is this row. */
  void add(RawRecord row, @Nullable String[] rowCells) {
    rows[records.size()] = row;
    cells[records.size()] = rowCells;
    records.end();
  }

  void forget() {
    records.clear();
  }

  void predict(CsvResult result) {
    records.predict();
    for (int i = 0; i < records.size(); i++) {
      values[0] = records.value(i);
      for (int member = 1; member < values.length; member++) {
        values[member] = records.prediction(i, member - 1);
      }
      finish(rows[i], cells[i], result);
    }
    records.clear();
  }

  private void finish(RawRecord row, @Nullable String[] rowCells, CsvResult result) {
    if (Double.isFinite(values[0])) {
      result.accept(row, rowCells, values);
      if (result.capture().wants(row.line())) {
        result.capture().add(row.line(), features.of(row), values);
      }
    } else {
      String reason = String.valueOf(UnusableRecord.notFinite().getMessage());
      result.reject(row, reason, features.text(row));
    }
  }
}
