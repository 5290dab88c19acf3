// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import java.util.Arrays;

/**
 * What each value of one feature leaves open. Immutable but for the arrays, which nobody writes.
 *
 * @param conditions of the splits on the feature, as {@link Slots#ordered} has them, rising
 * @param rows what is open below the first condition, from the first one on, and so on
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record FeatureLeaves(int[] conditions, long[][] rows, long[] missing) {
  /** A row goes left when its value is less than the condition. */
  long[] open(float value) {
    if (Float.isNaN(value)) {
      return missing;
    }
    int place = Arrays.binarySearch(conditions, Slots.ordered(value));
    return rows[place >= 0 ? place + 1 : -place - 1];
  }
}
