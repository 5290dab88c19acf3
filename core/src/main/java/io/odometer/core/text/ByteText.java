// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Grows text as UTF-8 bytes. For one thread. */
public final class ByteText {
  private byte[] bytes;
  private int size;

  public ByteText(int expected) {
    bytes = new byte[expected];
  }

  public ByteText add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  public ByteText add(char character) {
    room(1);
    bytes[size++] = (byte) character;
    return this;
  }

  public ByteText add(String text) {
    room(text.length());
    int start = size;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= 0x80) {
        size = start;
        return add(text.getBytes(UTF_8));
      }
      bytes[size++] = (byte) character;
    }
    return this;
  }

  /** The shortest decimal that reads back as the same double. */
  public ByteText add(double value) {
    return add(Double.toString(value));
  }

  public ByteText add(long value) {
    return add(Long.toString(value));
  }

  public ByteText add(byte[] source, int offset, int length) {
    room(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
    return this;
  }

  public int size() {
    return size;
  }

  /** Forgets what was added. */
  public void clear() {
    size = 0;
  }

  /** The bytes themselves, of which the first {@link #size} count: not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
