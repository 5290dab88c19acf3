// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.record;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into blocks of whole records. For one thread. */
public final class BlockReader {
  private static final int EXPECTED_RECORDS = 4096;

  private final InputStream stream;
  private final RecordScanner scanner;
  private final int size;
  private final int longest;

  private byte[] buffer;
  private int filled;
  private int scanned;
  private boolean atEnd;
  private int[] ends = new int[EXPECTED_RECORDS];
  private long[] lines = new long[EXPECTED_RECORDS];
  private int count;

  /**
   * @param size bytes of a block, unless one record has more
   * @param longest bytes of a record
   */
  public BlockReader(InputStream stream, RecordScanner scanner, int size, int longest) {
    this.stream = stream;
    this.scanner = scanner;
    this.size = size;
    this.longest = longest;
    this.buffer = new byte[size];
  }

  /**
   * The next block, or null after the last one.
   *
   * @throws OdometerException {@code Data.TooLarge} for a record that is too long
   */
  public @Nullable Block next() throws IOException {
    begin();
    while (count == 0 && !atEnd) {
      fill();
      scan();
    }
    return count == 0 ? null : cut();
  }

  private void begin() {
    count = 0;
    ends = new int[EXPECTED_RECORDS];
    lines = new long[EXPECTED_RECORDS];
  }

  private void fill() throws IOException {
    if (filled == buffer.length) {
      if (filled > longest) {
        throw new OdometerException(
            Errors.DATA_TOO_LARGE,
            "the row that begins at line %d has more than %,d bytes"
                .formatted(scanner.recordLine(), longest));
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = stream.readNBytes(buffer, filled, buffer.length - filled);
    filled += read;
    atEnd = filled < buffer.length;
  }

  private void scan() {
    int last = count == 0 ? 0 : ends[count - 1];
    for (int end = scanner.next(buffer, scanned, filled); end >= 0; ) {
      add(end);
      last = end;
      end = scanner.next(buffer, end, filled);
    }
    scanned = filled;
    if (atEnd && last < filled) {
      scanner.finish();
      add(filled);
    }
  }

  private void add(int end) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      lines = Arrays.copyOf(lines, 2 * count);
    }
    ends[count] = end;
    lines[count++] = scanner.lastLine();
  }

  /** What follows the last whole record begins the next block. */
  private Block cut() {
    Block block = new Block(buffer, ends, lines, count);
    int rest = filled - block.length();
    buffer = new byte[Math.max(size, 2 * rest)];
    System.arraycopy(block.bytes(), block.length(), buffer, 0, rest);
    filled = rest;
    scanned = rest;
    return block;
  }
}
