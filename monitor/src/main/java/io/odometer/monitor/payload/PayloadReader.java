// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/** Reads captured rows, or predictions alone, one after another. For one thread at a time. */
public final class PayloadReader implements AutoCloseable {
  private final StoredTable table;
  private final PayloadColumns columns;

  /**
   * @param key of one part of the payload, or of a {@code predictions.csv.gz}
   */
  public PayloadReader(ObjectStore store, ObjectKey key) {
    this.table = new StoredTable(store, key);
    this.columns = PayloadColumns.of(table.header());
  }

  public PayloadColumns columns() {
    return columns;
  }

  /** The next row, null after the last. */
  public @Nullable PayloadRow next() {
    String[] cells = table.next();
    return cells == null ? null : new PayloadRow(columns, cells);
  }

  @Override
  public void close() {
    table.close();
  }
}
