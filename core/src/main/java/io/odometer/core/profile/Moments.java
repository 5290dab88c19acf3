// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.metric.CompensatedSum;

/**
 * Count, sum, spread and extremes of numbers that come in blocks; blocks are joined as Chan, Golub
 * and LeVeque (1979) do, so that millions of values lose no digits. For one thread at a time.
 */
final class Moments {
  private final CompensatedSum sum = new CompensatedSum();
  private long count;
  private double mean;

  /** What the mean's rounding takes off; the distance of two means needs it. */
  private double meanRest;

  private double spread;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private long fractional;
  private long negative;

  void add(double[] values, int size) {
    double blockSum = 0;
    for (int i = 0; i < size; i++) {
      double value = values[i];
      sum.add(value);
      blockSum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
      fractional += value == Math.rint(value) ? 0 : 1;
      negative += value < 0 ? 1 : 0;
    }
    joinBlock(values, size, blockSum / size);
  }

  private void joinBlock(double[] values, int size, double blockMean) {
    double squares = 0;
    double rest = 0;
    for (int i = 0; i < size; i++) {
      double distance = values[i] - blockMean;
      squares += distance * distance;
      rest += distance;
    }
    join(size, blockMean, rest / size, squares - rest * rest / size);
  }

  void merge(Moments other) {
    sum.merge(other.sum);
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
    fractional += other.fractional;
    negative += other.negative;
    join(other.count, other.mean, other.meanRest, other.spread);
  }

  private void join(long otherCount, double otherMean, double otherRest, double otherSpread) {
    if (otherCount == 0) {
      return;
    }
    double share = otherCount / (double) (count + otherCount);
    double distance = (otherMean - mean) + (otherRest - meanRest);
    double step = distance * share;
    double joined = mean + step;
    meanRest += step - (joined - mean);
    mean = joined;
    spread += otherSpread + distance * distance * share * count;
    count += otherCount;
  }

  long count() {
    return count;
  }

  long fractional() {
    return fractional;
  }

  long negative() {
    return negative;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  double sum() {
    return finite(sum.value());
  }

  double mean() {
    return Math.clamp(sum.value() / count, least, most);
  }

  /** Of the population: divided by n. */
  double deviation() {
    return finite(Math.sqrt(Math.max(spread, 0) / count));
  }

  /** JSON knows no infinity; sums of huge numbers stop at the largest there is. */
  private static double finite(double value) {
    return Double.isNaN(value)
        ? Double.MAX_VALUE
        : Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
  }
}
