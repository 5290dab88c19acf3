// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link LabelWriter} wrote. For one thread. */
public final class LabelReader implements AutoCloseable {
  private final StoredTable table;

  public LabelReader(ObjectStore store, ObjectKey key) {
    this.table = new StoredTable(store, key);
  }

  /** The label keys of the project when the labels were taken. */
  public List<String> labelKeys() {
    int prefix = PayloadColumns.PREFIX.length() + PayloadColumns.KEY.length();
    return table.header().stream()
        .skip(LabelWriter.FIXED.size())
        .map(name -> name.substring(prefix))
        .toList();
  }

  /** The next label, null after the last. */
  public @Nullable LabelRow next() {
    String[] cells = table.next();
    if (cells == null) {
      return null;
    }
    double label = Double.parseDouble(cells[1]);
    return cells[0].isEmpty()
        ? new LabelRow(null, Arrays.asList(cells).subList(2, cells.length), label)
        : new LabelRow(cells[0], List.of(), label);
  }

  @Override
  public void close() {
    table.close();
  }
}
