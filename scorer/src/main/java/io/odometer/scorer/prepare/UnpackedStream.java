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
import org.jspecify.annotations.Nullable;

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

  /**
   * @param packed supports marks
   */
  UnpackedStream(InputStream packed) throws IOException {
    this(new Counted(packed));
  }

  private UnpackedStream(Counted packed) throws IOException {
    super(members(packed));
    this.packed = packed;
  }

  private static Members members(Counted packed) throws IOException {
    try {
      return new Members(packed);
    } catch (ZipException | EOFException damaged) {
      throw damaged(0, String.valueOf(damaged.getMessage()), damaged);
    }
  }

  private static OdometerException damaged(long after, String why, @Nullable Exception cause) {
    return new OdometerException(
        Errors.DATA_MALFORMED,
        "it is damaged gzip, after %,d bytes of text: %s".formatted(after, why),
        cause);
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
      if (count < 0 && ((Members) in).isFollowed()) {
        throw damaged(unpacked, "what follows is none", null);
      }
      return count;
    } catch (ZipException | EOFException damaged) {
      throw damaged(unpacked, String.valueOf(damaged.getMessage()), damaged);
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

  /** Members one after the other; what comes after the last and is none, Java passes over. */
  private static final class Members extends GZIPInputStream {
    private static final int TRAILER = 8;

    private final Counted packed;

    Members(Counted packed) throws IOException {
      super(packed, BUFFER);
      this.packed = packed;
    }

    boolean isFollowed() throws IOException {
      return inf.getRemaining() > TRAILER || packed.available() > 0;
    }
  }

  /**
   * Packed bytes. Java looks for another member only where some are available, which a network may
   * not have yet; and an end that comes too early is the network's, not the file's.
   */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int available() throws IOException {
      mark(1);
      boolean more = super.read() >= 0;
      reset();
      return more ? 1 : 0;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int read = super.read(bytes, offset, length);
        count += Math.max(0, read);
        return read;
      } catch (EOFException broken) {
        throw new IOException("the packed bytes broke off", broken);
      }
    }
  }
}
