// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.metric;

/**
 * Gathers {@link RegressionMetrics} in one pass. Sums are compensated (Neumaier) and the labels'
 * spread is Welford's, so millions of rows lose no digits. For one thread at a time.
 */
public final class RegressionErrors {
  private final CompensatedSum squared = new CompensatedSum();
  private final CompensatedSum absolute = new CompensatedSum();
  private long rows;
  private double mean;
  private double spread;

  public void add(double label, double prediction) {
    double error = prediction - label;
    squared.add(error * error);
    absolute.add(Math.abs(error));
    rows++;
    double delta = label - mean;
    mean += delta / rows;
    spread += delta * (label - mean);
  }

  /** Counts the rows that the other one has counted, too. */
  public void merge(RegressionErrors other) {
    if (other.rows == 0) {
      return;
    }
    squared.merge(other.squared);
    absolute.merge(other.absolute);
    double all = rows + other.rows;
    double delta = other.mean - mean;
    spread += other.spread + delta * delta * (rows / all) * other.rows;
    mean += delta * (other.rows / all);
    rows += other.rows;
  }

  public long rows() {
    return rows;
  }

  /**
   * R² is 1 - squared error / spread of the labels around their mean; where all labels are one, 1
   * for perfect predictions and else 0.
   *
   * @throws IllegalStateException when nothing was added
   */
  public RegressionMetrics metrics() {
    if (rows == 0) {
      throw new IllegalStateException("no rows to measure");
    }
    double mse = squared.value() / rows;
    return new RegressionMetrics(Math.sqrt(mse), absolute.value() / rows, mse, r2(), rows);
  }

  private double r2() {
    if (spread > 0) {
      return 1 - squared.value() / spread;
    }
    return squared.value() == 0 ? 1 : 0;
  }
}
