// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.table.Hashes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What cells of one column came to when they were last seen: a table in which a newer cell takes
 * the place of an older one, so that it never grows. A cell of up to seven Latin characters is its
 * own key, which saves a look at another object. For one thread at a time.
 */
final class CellMemo {
  private static final int MOST = 1 << 12;
  private static final int LEAST = 1 << 3;

  /** Of a cell and the arrays around it. */
  private static final int OVERHEAD = 80;

  /** Longer cells seldom come twice. */
  private static final int LONGEST = 100;

  private static final char[] SHORT = {};

  private final long[] keys;
  private final char[] @Nullable [] cells;
  private final Object[] @Nullable [] values;

  /**
   * @param room bytes that the table may take, about
   * @param bytes of what a cell comes to
   */
  CellMemo(long room, int bytes) {
    long fit = room / (OVERHEAD + bytes);
    int size = Integer.highestOneBit(Math.clamp(fit, LEAST, MOST));
    keys = new long[size];
    cells = new char[size][];
    values = new Object[size][];
  }

  /** The cell and its length if it is short, else a hash of it, which is negative. */
  static long key(char[] text, int offset, int length) {
    long key = length;
    long hash = length;
    int all = 0;
    for (int i = offset; i < offset + length; i++) {
      key = key << Byte.SIZE | text[i];
      hash = 31 * hash + text[i];
      all |= text[i];
    }
    boolean fits = length < Long.BYTES && all >>> Byte.SIZE == 0;
    return fits ? key : hash | Long.MIN_VALUE;
  }

  Object @Nullable [] find(long key, char[] text, int offset, int length) {
    int place = place(key);
    char[] cell = cells[place];
    if (keys[place] != key || cell == null) {
      return null;
    }
    boolean same = key >= 0 || Arrays.equals(cell, 0, cell.length, text, offset, offset + length);
    return same ? values[place] : null;
  }

  void keep(long key, char[] text, int offset, int length, Object[] value) {
    if (length <= LONGEST) {
      int place = place(key);
      keys[place] = key;
      cells[place] = key >= 0 ? SHORT : Arrays.copyOfRange(text, offset, offset + length);
      values[place] = value;
    }
  }

  private int place(long key) {
    return (int) Hashes.mix(key) & (keys.length - 1);
  }
}
