// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.schema.LabelReader;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.table.CsvLimits;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.TextForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The test rows as text cells, streamed, so that models of different schemas can read each. */
public final class TestRows {
  private final ObjectStore store;
  private final ObjectKey key;

  public TestRows(ObjectStore store, ObjectKey key) {
    this.store = store;
    this.key = key;
  }

  /** Gets the header, and then each row with its number to predict. */
  public interface Reader {
    void header(List<String> columns);

    void row(String[] cells, double label);
  }

  /** Rows without a usable target are left out. */
  public void read(String target, LabelReader labels, Reader reader) {
    try (ObjectContent content = store.open(key)) {
      CsvTable table =
          CsvTable.open(content.stream(), TextForm.PLAIN, CsvLimits.DEFAULT, "test rows");
      int column = table.header().indexOf(target);
      reader.header(table.header());
      for (String[] cells = table.next(); cells != null; cells = table.next()) {
        double label = labels.read(cells[column]);
        if (!Double.isNaN(label)) {
          reader.row(cells, label);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(key + " could not be read", failure);
    }
  }
}
