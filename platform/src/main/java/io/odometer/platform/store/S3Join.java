// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.core.store.ObjectInfo;
import java.util.List;

/**
 * One object of others. Large ones are copied inside the store; small ones, and the head of a large
 * one after a small one, pass through here, since no part but the last may be small.
 */
final class S3Join {
  /** Reads the first bytes of a version that must still be there. */
  @FunctionalInterface
  interface Reader {
    byte[] read(ObjectInfo version, int length);
  }

  private static final long PIECE = 64L << 20;
  private static final int MOST_PIECES = 5_000;
  private static final long ALL_SMALL = 8L << 20;

  private final Reader reader;
  private final S3Writer target;
  private final long total;
  private final long piece;

  S3Join(Reader reader, S3Writer target, List<ObjectInfo> parts) {
    this.reader = reader;
    this.target = target;
    this.total = parts.stream().mapToLong(ObjectInfo::size).sum();
    this.piece = Math.max(PIECE, total / MOST_PIECES);
  }

  void add(ObjectInfo part) {
    long head = missing(part.size());
    if (part.size() - head < S3Writer.SMALLEST_PART) {
      pass(part, part.size());
      return;
    }
    if (head > 0) {
      pass(part, head);
    }
    copy(part, head);
  }

  /** So many bytes must pass through here before the rest may be copied. */
  private long missing(long available) {
    if (total <= ALL_SMALL) {
      return available;
    }
    boolean whole = target.pending() == 0 || target.pending() >= S3Writer.SMALLEST_PART;
    return whole ? 0 : Math.min(available, S3Writer.SMALLEST_PART - target.pending());
  }

  private void copy(ObjectInfo part, long from) {
    // Even pieces: a remainder might be smaller than a part may be.
    long length = part.size() - from;
    long pieces = Math.ceilDiv(length, piece);
    for (long number = 0; number < pieces; number++) {
      long start = from + length * number / pieces;
      long end = from + length * (number + 1) / pieces;
      target.copy(part, start, end - start);
    }
  }

  private void pass(ObjectInfo part, long length) {
    byte[] bytes = reader.read(part, Math.toIntExact(length));
    target.write(bytes, 0, bytes.length);
  }
}
