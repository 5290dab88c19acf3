// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import io.odometer.core.table.CsvSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what {@link StoredTable} reads; the same rows give the same bytes. The object appears when
 * it is finished. For one thread at a time.
 */
final class StoredTableWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ObjectWriter writer;
  private final CsvSink sink;
  private long rows;

  StoredTableWriter(ObjectStore store, ObjectKey key, List<String> header) {
    this.writer = store.writer(key, new PutCondition.Always());
    this.sink = new CsvSink(stream(key), header);
  }

  private OutputStream stream(ObjectKey key) {
    try {
      OutputStream kept = new KeptOpen(writer);
      return key.path().endsWith(".gz") ? new GZIPOutputStream(kept, BUFFER) : kept;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  void write(String[] cells) {
    sink.write(cells);
    rows++;
  }

  long rows() {
    return rows;
  }

  void finish() {
    try {
      sink.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    writer.finish();
  }

  @Override
  public void close() {
    writer.close();
  }

  /** Closing the text must not abandon the object before it is finished. */
  private static final class KeptOpen extends OutputStream {
    private final OutputStream stream;

    KeptOpen(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int value) throws IOException {
      stream.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream.write(bytes, offset, length);
    }
  }
}
