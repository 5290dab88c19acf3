// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.store.ObjectKey;
import io.odometer.platform.task.TaskContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Tells how far a range is: rows, percent of its bytes, and rows a second. For one thread. */
final class RangeProgress {
  private final TaskContext context;
  private final long length;
  private final LongSupplier nanoTime;
  private final long begun;
  private long read;
  private long rows;

  RangeProgress(TaskContext context, long length, LongSupplier nanoTime) {
    this.context = context;
    this.length = length;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  void rows(long more) {
    rows += more;
    double seconds = (nanoTime.getAsLong() - begun) / 1e9;
    context.progress(
        Json.object()
            .put("rows", rows)
            .put("percent", length == 0 ? 100 : 100 * read / length)
            .put("rowsPerSecond", Math.round(rows / Math.max(seconds, 1e-3))));
  }

  /**
   * @throws OdometerException {@code Store.Unavailable} if the store gave fewer bytes than it has
   */
  void requireWhole(ObjectKey source) {
    if (read != length) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE,
          "%s gave %,d bytes of a range of %,d".formatted(source, read, length));
    }
  }

  InputStream counting(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        throw new UnsupportedOperationException("read blocks");
      }

      @Override
      public int read(byte[] bytes, int offset, int size) throws IOException {
        int count = super.read(bytes, offset, size);
        read += Math.max(0, count);
        return count;
      }
    };
  }
}
