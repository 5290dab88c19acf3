// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** A growing set of 64-bit hashes, 16 to 32 bytes each. For one thread at a time. */
public final class HashSet64 {
  private static final int FIRST_CAPACITY = 64;

  private long[] slots = new long[FIRST_CAPACITY];
  private int size;

  /** Whether the hash was not yet there; 0 counts as 1. */
  public boolean add(long hash) {
    long value = hash == 0 ? 1 : hash;
    if (!insert(slots, value)) {
      return false;
    }
    size++;
    if (size * 2L > slots.length) {
      rebuild(Math.multiplyExact(slots.length, 2), kept -> true);
    }
    return true;
  }

  public int size() {
    return size;
  }

  /** Keeps only what is wanted. */
  public void retainIf(LongPredicate wanted) {
    rebuild(slots.length, wanted);
  }

  public void forEach(LongConsumer action) {
    for (long value : slots) {
      if (value != 0) {
        action.accept(value);
      }
    }
  }

  private void rebuild(int capacity, LongPredicate wanted) {
    long[] fresh = new long[capacity];
    size = 0;
    for (long value : slots) {
      if (value != 0 && wanted.test(value)) {
        insert(fresh, value);
        size++;
      }
    }
    slots = fresh;
  }

  /** High bits and low ones say the place, so that hashes chosen by either spread all the same. */
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
