// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes {@code labels.csv.gz}, in the order in which the labels came. For one thread. */
public final class LabelWriter implements AutoCloseable {
  static final List<String> FIXED = List.of("odometer.id", "odometer.label");

  private final ObjectStore store;
  private final ObjectKey key;
  private final List<String> labelKeys;
  private @Nullable StoredTableWriter table;

  public LabelWriter(ObjectStore store, ObjectKey folder, List<String> labelKeys) {
    this.store = store;
    this.key = folder.child(Taken.LABELS);
    this.labelKeys = labelKeys;
  }

  public void write(LabelRow row) {
    if (table == null) {
      List<String> header = new ArrayList<>(FIXED);
      labelKeys.forEach(name -> header.add(PayloadColumns.PREFIX + PayloadColumns.KEY + name));
      table = new StoredTableWriter(store, key, header);
    }
    String[] cells = new String[FIXED.size() + labelKeys.size()];
    cells[0] = Objects.requireNonNullElse(row.id(), "");
    cells[1] = Double.toString(row.label());
    for (int i = 0; i < labelKeys.size(); i++) {
      cells[FIXED.size() + i] = row.keys().isEmpty() ? "" : row.keys().get(i);
    }
    table.write(cells);
  }

  public long rows() {
    return table == null ? 0 : table.rows();
  }

  /** Makes it appear. */
  public void finish() {
    if (table != null) {
      table.finish();
    }
  }

  /** Null without labels. */
  public @Nullable ObjectKey key() {
    return table == null ? null : key;
  }

  @Override
  public void close() {
    if (table != null) {
      table.close();
    }
  }
}
