// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.util.Locale;

/** What predictions of numbers are measured by. */
public enum RegressionMetric {
  MAE,
  MSE,
  RMSE,
  R2;

  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side of the threshold that is bad. */
  ComparisonOperator violatingSide() {
    return this == R2 ? ComparisonOperator.LESS_THAN : ComparisonOperator.GREATER_THAN;
  }
}
