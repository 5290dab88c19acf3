// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, of which one that is too long is not kept. For one thread. */
final class LineStream {
  private static final int BUFFER = 1 << 16;

  private final InputStream stream;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int end;
  private long number;
  private boolean cut;

  /**
   * @param longest most bytes of a line
   */
  LineStream(InputStream stream, int longest) {
    this.stream = stream;
    this.longest = longest;
  }

  /** The next line without its end, null after the last. */
  byte @Nullable [] next() throws IOException {
    line.reset();
    cut = false;
    if (!fill()) {
      return null;
    }
    number++;
    boolean ended = false;
    while (!ended && fill()) {
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      keep(start, position - start);
      ended = position < end;
      position += ended ? 1 : 0;
    }
    return line.toByteArray();
  }

  private void keep(int start, int length) {
    if (line.size() + length > longest) {
      cut = true;
      line.reset();
    }
    if (!cut) {
      line.write(buffer, start, length);
    }
  }

  private boolean fill() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, stream.read(buffer, 0, buffer.length));
    }
    return end > 0;
  }

  /** Of the line just read; the first is 1. */
  long number() {
    return number;
  }

  /** Whether the line just read was too long, and is not there. */
  boolean isCut() {
    return cut;
  }
}
