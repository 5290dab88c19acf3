// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.schema.LabelReader;
import io.odometer.core.schema.SchemaInference;
import io.odometer.core.split.Part;
import io.odometer.core.split.RowSplitter;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.HashSet64;
import io.odometer.core.training.RowCounts;

/** Sends each row to its part of the split, or out, and counts; the target is the first cell. */
final class RowRouter {
  private final UnionColumns columns;
  private final LabelReader reader;
  private final RowFilter filter;
  private final RowSplitter splitter;
  private final SchemaInference inference;
  private final PartFiles files;
  private final Labels labels = new Labels();
  private final HashSet64 seen = new HashSet64();
  private long read;
  private long blank;
  private long withoutTarget;
  private long filtered;
  private long duplicates;

  RowRouter(
      UnionColumns columns,
      LabelReader reader,
      RowFilter filter,
      RowSplitter splitter,
      SchemaInference inference,
      PartFiles files) {
    this.columns = columns;
    this.reader = reader;
    this.filter = filter;
    this.splitter = splitter;
    this.inference = inference;
    this.files = files;
  }

  void route(String[] cells, int[] places) {
    if (CsvTable.isBlank(cells)) {
      blank++;
      return;
    }
    read++;
    String[] row = columns.arrange(cells, places);
    double label = reader.read(row[0]);
    if (Double.isNaN(label)) {
      withoutTarget++;
    } else if (!filter.accepts(row)) {
      filtered++;
    } else {
      keep(row, label);
    }
  }

  /** Equal rows would weigh more than others in training and in every metric. */
  private void keep(String[] row, double label) {
    long hash = splitter.hash(row);
    if (!seen.add(hash)) {
      duplicates++;
      return;
    }
    labels.add(label);
    inference.add(row);
    files.write(splitter.part(hash), row);
  }

  long read() {
    return read;
  }

  Labels labels() {
    return labels;
  }

  RowCounts counts() {
    return new RowCounts(
        read,
        blank,
        withoutTarget,
        filtered,
        files.rows(Part.TRAIN),
        files.rows(Part.VALIDATION),
        files.rows(Part.TEST),
        duplicates);
  }
}
