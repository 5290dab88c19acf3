// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

/**
 * Features as integers that order as the floats do, two slots a feature: in the even one a missing
 * value is below, in the odd one above everything. A split reads the slot that sends a missing
 * value its way, so walking needs no test for missing values and no branch.
 */
final class Slots {
  private Slots() {}

  static int of(int feature, boolean missingLeft) {
    return missingLeft ? 2 * feature : 2 * feature + 1;
  }

  /** Keeps order; -0 and 0 are one number. */
  static int ordered(float value) {
    int bits = Float.floatToRawIntBits(value + 0.0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  /**
   * @param from where the row's features begin, and {@code to} where its slots do
   */
  static void fill(float[] features, int from, int count, int[] slots, int to) {
    for (int feature = 0; feature < count; feature++) {
      float value = features[from + feature];
      boolean missing = Float.isNaN(value);
      int ordered = ordered(value);
      slots[to + 2 * feature] = missing ? Integer.MIN_VALUE : ordered;
      slots[to + 2 * feature + 1] = missing ? Integer.MAX_VALUE : ordered;
    }
  }

  /** A split in one word: the slot above, the condition below. */
  static long split(int slot, float condition) {
    return (long) slot << 32 | Integer.toUnsignedLong(ordered(condition));
  }

  /** 0 to go left, 1 to go right. */
  static int side(long split, int[] slots) {
    return 1 + (int) (((long) slots[(int) (split >> 32)] - (int) split) >> 63);
  }

  /** Like {@link #side(long, int[])}, for a row whose slots begin at {@code base}. */
  static int side(long split, int[] slots, int base) {
    return 1 + (int) (((long) slots[base + (int) (split >> 32)] - (int) split) >> 63);
  }
}
