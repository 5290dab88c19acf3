// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import java.util.Arrays;

/** The numbers to predict, collected as they come. */
final class Labels {
  private double[] values = new double[1024];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.addExact(size, size / 2));
    }
    values[size++] = value;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }

  boolean constant() {
    for (int i = 1; i < size; i++) {
      if (values[i] != values[0]) {
        return false;
      }
    }
    return true;
  }
}
