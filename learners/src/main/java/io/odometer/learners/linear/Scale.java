// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.linear;

import io.odometer.core.model.LinearModel.Target;
import io.odometer.core.project.Range;
import java.util.Arrays;

/** The labels as the linear part is to predict them. */
record Scale(Target target, double[] values, double mean, double norm) {
  static Scale of(Target target, double[] labels) {
    double[] values =
        target == Target.LOG ? Arrays.stream(labels).map(StrictMath::log).toArray() : labels;
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Scale(target, values, mean, squares > 0 ? Math.sqrt(squares) : 1);
  }

  /**
   * How far predictions may go beyond the labels seen: half their span, and never from above zero
   * to below.
   */
  static Range range(double[] labels) {
    double least = Arrays.stream(labels).min().orElse(0);
    double most = Arrays.stream(labels).max().orElse(0);
    double margin = most / 2 - least / 2;
    double floor = least > 0 ? Math.max(least / 2, least - margin) : least - margin;
    return new Range(Math.max(floor, -Double.MAX_VALUE), Math.min(most + margin, Double.MAX_VALUE));
  }
}
