// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What cells of one column came to when they were last seen: a table in which a newer cell takes
 * the place of an older one, so that it never grows. For one thread at a time.
 */
final class CellMemo {
  /** Cells kept for all columns of a record together, and the most and least for one. */
  private static final int KEPT = 1 << 15;

  private static final int MOST = 1 << 12;
  private static final int LEAST = 1 << 6;

  /** Long cells seldom come twice. */
  private static final int LONGEST = 100;

  private final char[] @Nullable [] cells;
  private final float[] @Nullable [][] features;

  CellMemo(int columns) {
    int size = Integer.highestOneBit(Math.clamp(KEPT / columns, LEAST, MOST));
    cells = new char[size][];
    features = new float[size][][];
  }

  static int hash(char[] text, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + text[i];
    }
    return hash ^ (hash >>> 15);
  }

  float @Nullable [][] find(int hash, char[] text, int offset, int length) {
    int place = hash & (cells.length - 1);
    char[] cell = cells[place];
    boolean same =
        cell != null && Arrays.equals(cell, 0, cell.length, text, offset, offset + length);
    return same ? features[place] : null;
  }

  void keep(int hash, char[] text, int offset, int length, float[][] values) {
    if (length <= LONGEST) {
      int place = hash & (cells.length - 1);
      cells[place] = Arrays.copyOfRange(text, offset, offset + length);
      features[place] = values;
    }
  }
}
