// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.register;

import io.odometer.core.schema.Schema;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.table.CsvLimits;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.TextForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first test rows as records, for whoever loads the version to predict again. */
final class CheckRecords {
  private static final int ROWS = 20;

  private CheckRecords() {}

  static List<Map<String, String>> read(ObjectStore store, ObjectKey test, Schema schema) {
    try (ObjectContent content = store.open(test)) {
      CsvTable table =
          CsvTable.open(content.stream(), TextForm.PLAIN, CsvLimits.DEFAULT, "test rows");
      List<Map<String, String>> records = new ArrayList<>();
      String[] cells = table.next();
      for (; records.size() < ROWS && cells != null; cells = table.next()) {
        records.add(record(table.header(), cells, schema));
      }
      return records;
    } catch (IOException failure) {
      throw new UncheckedIOException(test + " could not be read", failure);
    }
  }

  /** Features only, and only cells that say something. */
  private static Map<String, String> record(List<String> header, String[] cells, Schema schema) {
    Map<String, String> record = new LinkedHashMap<>();
    for (int index = 0; index < cells.length; index++) {
      if (!cells[index].isEmpty() && schema.indexOf(header.get(index)) >= 0) {
        record.put(header.get(index), cells[index]);
      }
    }
    return record;
  }
}
