// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.record;

/**
 * Whole records one after the other; not a copy, and nobody else's.
 *
 * @param ends where each record ends, its line end included; the first begins at 0
 * @param lines where each record begins in the file
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and handed from one to the next.
public record Block(byte[] bytes, int[] ends, long[] lines, int count) {
  public int start(int record) {
    return record == 0 ? 0 : ends[record - 1];
  }

  /** Where the record's text ends. */
  public int textEnd(int record) {
    int end = ends[record];
    int start = start(record);
    if (end > start && bytes[end - 1] == '\n') {
      end--;
    }
    return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  public boolean isEmpty(int record) {
    return textEnd(record) == start(record);
  }

  /** Bytes of all records. */
  public int length() {
    return count == 0 ? 0 : ends[count - 1];
  }
}
