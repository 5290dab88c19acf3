// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a CSV in blocks of whole records, the first of which is the header. An end of line within
 * quotes ends no record; a quote within a cell is doubled, as our own writer does. For one thread
 * at a time.
 */
final class RecordBlocks {
  private final InputStream csv;
  private final int size;
  private byte[] rest = {};

  /**
   * @param size of a block in bytes, unless a record is longer
   */
  RecordBlocks(InputStream csv, int size) {
    this.csv = csv;
    this.size = size;
  }

  /** The header with its end of line; everything if there is nothing more. */
  byte[] header() throws IOException {
    byte[] bytes = {};
    int end = 0;
    boolean more = true;
    while (end == 0 && more) {
      byte[] read = csv.readNBytes(size);
      bytes = joined(bytes, read);
      more = read.length > 0;
      end = more ? end(bytes, true) : bytes.length;
    }
    rest = Arrays.copyOfRange(bytes, end, bytes.length);
    return Arrays.copyOf(bytes, end);
  }

  /** The next records, or null after the last. */
  byte @Nullable [] next() throws IOException {
    byte[] bytes = rest;
    int end = 0;
    while (end == 0) {
      byte[] more = csv.readNBytes(size);
      bytes = joined(bytes, more);
      end = more.length == 0 ? bytes.length : end(bytes, false);
      if (bytes.length == 0) {
        return null;
      }
    }
    rest = Arrays.copyOfRange(bytes, end, bytes.length);
    return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
  }

  /** Where the first or the last record ends, 0 if none does. */
  private static int end(byte[] bytes, boolean first) {
    boolean quoted = false;
    int end = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte found = bytes[i];
      if (found == '"') {
        quoted = !quoted;
      } else if (found == '\n' && !quoted) {
        end = i + 1;
        if (first) {
          return end;
        }
      }
    }
    return end;
  }

  private static byte[] joined(byte[] start, byte[] end) {
    if (start.length == 0) {
      return end;
    }
    byte[] all = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, all, start.length, end.length);
    return all;
  }
}
