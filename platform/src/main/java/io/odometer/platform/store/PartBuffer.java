// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import java.util.Arrays;

/** The bytes of a part to be; takes no more memory than it was ever filled with, about. */
final class PartBuffer {
  private static final int INITIAL = 64 << 10;

  private byte[] bytes = new byte[0];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Takes what fits below the limit, and tells how many that were. */
  int fill(byte[] source, int offset, int count, int limit) {
    int taken = Math.min(count, limit - length);
    ensure(length + taken, limit);
    System.arraycopy(source, offset, bytes, length, taken);
    length += taken;
    return taken;
  }

  private void ensure(int needed, int limit) {
    if (needed > bytes.length) {
      int grown = (int) Math.min(limit, Math.max(INITIAL, 2L * bytes.length));
      bytes = Arrays.copyOf(bytes, Math.max(needed, grown));
    }
  }
}
