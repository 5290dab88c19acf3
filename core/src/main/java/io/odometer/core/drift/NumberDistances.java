// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.NumberDistribution;

/**
 * How far two distributions of numbers are apart. Equal values are one step of a distribution, so
 * that ties neither hide nor feign a difference.
 */
record NumberDistances(double supremum, double wasserstein) {

  static NumberDistances of(NumberDistribution one, NumberDistribution other) {
    double supremum = 0;
    double area = 0;
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      double x = Math.min(one.value(i), other.value(j));
      i += one.value(i) == x ? 1 : 0;
      j += other.value(j) == x ? 1 : 0;
      double difference = Math.abs(share(one, i) - share(other, j));
      supremum = Math.max(supremum, difference);
      area += difference * (next(one, i, other, j, x) - x);
    }
    area += rest(one, i) + rest(other, j);
    return new NumberDistances(supremum, Math.min(area, Double.MAX_VALUE));
  }

  /** The share of the first values. */
  private static double share(NumberDistribution numbers, int size) {
    return size == 0 ? 0 : numbers.share(size - 1);
  }

  private static double next(
      NumberDistribution one, int i, NumberDistribution other, int j, double last) {
    double next = Double.POSITIVE_INFINITY;
    next = i < one.size() ? Math.min(next, one.value(i)) : next;
    next = j < other.size() ? Math.min(next, other.value(j)) : next;
    return Double.isInfinite(next) ? last : next;
  }

  /** The area beyond the other one's largest value. */
  private static double rest(NumberDistribution numbers, int from) {
    double area = 0;
    for (int i = from; i < numbers.size() - 1; i++) {
      area += (1 - numbers.share(i)) * (numbers.value(i + 1) - numbers.value(i));
    }
    return area;
  }
}
