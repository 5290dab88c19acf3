// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

/** A growing set of 64-bit hashes, 16 to 32 bytes each. */
final class HashSet64 {
  private static final int FIRST_CAPACITY = 1024;

  private long[] slots = new long[FIRST_CAPACITY];
  private int size;

  /** Whether the hash was not yet there. */
  boolean add(long hash) {
    long value = hash == 0 ? 1 : hash;
    if (!insert(slots, value)) {
      return false;
    }
    size++;
    if (size * 2L > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(slots.length, 2)];
    for (long value : slots) {
      if (value != 0) {
        insert(larger, value);
      }
    }
    slots = larger;
  }

  private static boolean insert(long[] slots, long value) {
    int mask = slots.length - 1;
    int place = (int) (value ^ (value >>> 32)) & mask;
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
