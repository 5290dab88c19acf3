// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Weighted numbers in ascending order, each value once with all that weighs there: how many
 * observations are below a number, and which number so many are below. Immutable.
 */
public final class NumberDistribution {
  private final double[] values;

  /** How much weighs up to the value, itself included. */
  private final double[] upTo;

  private NumberDistribution(double[] values, double[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  /**
   * @param levels a number on level i stands for 2<sup>i</sup> observations
   */
  public static NumberDistribution of(List<List<Double>> levels) {
    List<Weighted> points = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      double weight = Math.scalb(1.0, level);
      levels.get(level).forEach(value -> points.add(new Weighted(value, weight)));
    }
    points.sort(Comparator.comparingDouble(Weighted::value));
    double[] values = new double[points.size()];
    double[] upTo = new double[points.size()];
    int last = -1;
    double sum = 0;
    for (Weighted point : points) {
      last += last < 0 || values[last] != point.value() ? 1 : 0;
      sum += point.weight();
      values[last] = point.value();
      upTo[last] = sum;
    }
    return new NumberDistribution(Arrays.copyOf(values, last + 1), Arrays.copyOf(upTo, last + 1));
  }

  private record Weighted(double value, double weight) {}

  /** How many different values are kept. */
  public int size() {
    return values.length;
  }

  /** The kept values in ascending order. */
  public double value(int index) {
    return values[index];
  }

  /** The share of observations up to the value at the index, itself included. */
  public double share(int index) {
    return upTo[index] / count();
  }

  /** All observations. */
  public double count() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /** How many observations are less. */
  public double below(double value) {
    int found = Arrays.binarySearch(values, value);
    int before = (found >= 0 ? found : -found - 1) - 1;
    return before < 0 ? 0 : upTo[before];
  }

  /**
   * The least value that the share of observations does not exceed.
   *
   * @throws IllegalStateException if there are no observations
   */
  public double quantile(double share) {
    if (values.length == 0) {
      throw new IllegalStateException("nothing has no quantiles");
    }
    int found = Arrays.binarySearch(upTo, share * count());
    return values[Math.min(found >= 0 ? found : -found - 1, values.length - 1)];
  }
}
