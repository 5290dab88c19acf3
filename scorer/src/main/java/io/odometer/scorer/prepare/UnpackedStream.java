// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A stream unpacked from gzip. What is damaged, or grows out of all proportion, is refused by name.
 * For one thread.
 */
final class UnpackedStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  /** Tables shrink to a third or a thirtieth; one that shrinks to less is made to do harm. */
  private static final long MOST_GROWTH = 200;

  private static final long HARMLESS = 64L << 20;

  private final Counted packed;
  private long unpacked;

  UnpackedStream(InputStream packed) throws IOException {
    this(new Counted(packed));
  }

  private UnpackedStream(Counted packed) throws IOException {
    super(new GZIPInputStream(packed, BUFFER));
    this.packed = packed;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("read buffers");
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = super.read(bytes, offset, length);
      unpacked += Math.max(0, count);
      requireProportion();
      return count;
    } catch (ZipException | EOFException damaged) {
      throw new OdometerException(
          Errors.DATA_MALFORMED,
          "it is damaged gzip, after %,d bytes of text: %s"
              .formatted(unpacked, damaged.getMessage()),
          damaged);
    }
  }

  private void requireProportion() {
    if (unpacked > HARMLESS && unpacked / MOST_GROWTH > packed.count) {
      throw new OdometerException(
          Errors.DATA_TOO_LARGE,
          "it unpacks to more than %d times its size: refused as a gzip bomb"
              .formatted(MOST_GROWTH));
    }
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
