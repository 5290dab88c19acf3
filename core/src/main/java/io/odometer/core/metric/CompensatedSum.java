// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.metric;

/** Neumaier's sum: what each addition rounds away is kept and added at the end. */
public final class CompensatedSum {
  private double sum;
  private double lost;

  public void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  public void merge(CompensatedSum other) {
    add(other.sum);
    lost += other.lost;
  }

  public double value() {
    // An infinite sum loses NaN.
    return Double.isFinite(sum) ? sum + lost : sum;
  }
}
