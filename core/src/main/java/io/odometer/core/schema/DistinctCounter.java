// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import java.util.Arrays;

/**
 * Counts different hashes in constant memory: exactly up to 8,192 of them, then by adaptive
 * sampling (Flajolet, "On adaptive sampling", 1990) within about 2 %.
 */
final class DistinctCounter {
  private static final int MOST = 8_192;
  private static final int FIRST_CAPACITY = 64;

  private long[] slots = new long[FIRST_CAPACITY];
  private int size;
  private int level;

  void add(long hash) {
    long value = hash == 0 ? 1 : hash;
    if (Long.numberOfTrailingZeros(value) < level || !insert(slots, value)) {
      return;
    }
    size++;
    if (size > MOST) {
      level++;
      rebuild(slots.length);
    } else if (size * 2 > slots.length) {
      rebuild(slots.length * 2);
    }
  }

  long count() {
    return (long) size << level;
  }

  private void rebuild(int capacity) {
    long[] old = slots;
    slots = new long[capacity];
    size = 0;
    Arrays.stream(old)
        .filter(value -> value != 0 && Long.numberOfTrailingZeros(value) >= level)
        .forEach(
            value -> {
              insert(slots, value);
              size++;
            });
  }

  /** The low bits are what sampling looks at, so the place comes from the high ones. */
  private static boolean insert(long[] slots, long value) {
    int mask = slots.length - 1;
    int place = (int) (value >>> 40) & mask;
    while (slots[place] != 0) {
      if (slots[place] == value) {
        return false;
      }
      place = (place + 1) & mask;
    }
    slots[place] = value;
    return true;
  }
}
