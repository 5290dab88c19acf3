// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.parameter;

import java.util.Arrays;

/** Parts of a whole. */
public final class Shares {
  private Shares() {}

  /** Each weight over the sum of all; equal shares when all weights are 0. */
  public static double[] of(double[] weights) {
    double total = Arrays.stream(weights).sum();
    return total > 0
        ? Arrays.stream(weights).map(weight -> weight / total).toArray()
        : Arrays.stream(weights).map(weight -> 1.0 / weights.length).toArray();
  }
}
