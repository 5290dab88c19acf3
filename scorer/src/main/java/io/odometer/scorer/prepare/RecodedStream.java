// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of any encoding as UTF-8. For one thread. */
final class RecodedStream extends InputStream {
  private final Reader reader;
  private final char[] characters = new char[1 << 13];
  private byte[] bytes = {};
  private int position;
  private int kept;

  RecodedStream(InputStream stream, Charset charset) {
    this.reader = new InputStreamReader(stream, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (position == bytes.length) {
      int read = reader.read(characters, kept, characters.length - kept);
      if (read < 0 && kept == 0) {
        return false;
      }
      encode(kept + Math.max(read, 0), read < 0);
    }
    return true;
  }

  /** Half of a pair waits for the other half. */
  private void encode(int count, boolean last) {
    boolean half = !last && count > 0 && Character.isHighSurrogate(characters[count - 1]);
    int whole = half ? count - 1 : count;
    bytes = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
    position = 0;
    kept = half ? 1 : 0;
    if (half) {
      characters[0] = characters[count - 1];
    }
  }
}
