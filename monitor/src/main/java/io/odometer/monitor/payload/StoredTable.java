// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.table.CsvLimits;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.TextForm;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A table that a monitor wrote, read from the store, packed if its name says so. */
final class StoredTable implements AutoCloseable {
  private static final CsvLimits LIMITS = new CsvLimits(10_000, 1 << 24);
  private static final int BUFFER = 1 << 16;

  private final ObjectKey key;
  private final ObjectContent content;
  private final CsvTable table;

  StoredTable(ObjectStore store, ObjectKey key) {
    this.key = key;
    this.content = store.open(key);
    this.table = CsvTable.open(text(), TextForm.PLAIN, LIMITS, key.toString());
  }

  // Closing the content closes the stream.
  private InputStream text() {
    try {
      return key.path().endsWith(".gz")
          ? new GZIPInputStream(content.stream(), BUFFER)
          : content.stream();
    } catch (IOException broken) {
      close();
      throw unavailable(broken);
    }
  }

  List<String> header() {
    return table.header();
  }

  String @Nullable [] next() {
    return table.next();
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException broken) {
      throw unavailable(broken);
    }
  }

  private OdometerException unavailable(IOException broken) {
    return new OdometerException(Errors.STORE_UNAVAILABLE, "reading " + key + " broke off", broken);
  }
}
