// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Makes a quantity fit for a linear model: missing is the median, what lies beyond the bulk of the
 * training rows is pulled in, a long tail is drawn together by a logarithm, and the result has mean
 * 0 and deviation 1 over the training rows.
 *
 * @param log whether {@code log(1 + x - low)} is taken
 */
record Scale(double fill, double low, double high, boolean log, double mean, double deviation) {
  private static final double TAIL = 0.5;
  private static final double SKEWED = 1;

  /**
   * @param values NaN is missing; at least one is not
   */
  static Scale fit(double[] values) {
    double[] present = DoubleStream.of(values).filter(value -> !Double.isNaN(value)).toArray();
    Percentile percentile = new Percentile();
    percentile.setData(present);
    double fill = percentile.evaluate(50);
    double low = percentile.evaluate(TAIL);
    double high = percentile.evaluate(100 - TAIL);
    Scale plain = new Scale(fill, low, high, false, 0, 1);
    boolean log = plain.skewness(values) > SKEWED;
    Scale bent = new Scale(fill, low, high, log, 0, 1);
    double[] bentValues = bent.apply(values);
    double mean = StatUtils.mean(bentValues);
    double deviation = Math.sqrt(StatUtils.populationVariance(bentValues, mean));
    return new Scale(fill, low, high, log, mean, deviation);
  }

  private double skewness(double[] values) {
    double[] clipped = apply(values);
    double mean = StatUtils.mean(clipped);
    double deviation = Math.sqrt(StatUtils.populationVariance(clipped, mean));
    double cubes = DoubleStream.of(clipped).map(value -> Math.pow(value - mean, 3)).sum();
    return deviation == 0 ? 0 : cubes / clipped.length / Math.pow(deviation, 3);
  }

  double[] apply(double[] values) {
    return DoubleStream.of(values).map(this::apply).toArray();
  }

  double apply(double value) {
    double clipped = Math.clamp(Double.isNaN(value) ? fill : value, low, high);
    return ((log ? Math.log1p(clipped - low) : clipped) - mean) / deviation;
  }

  /** Whether every training row gets the same value. */
  boolean constant() {
    return !(deviation > 1e-12 * Math.max(1, Math.abs(mean)));
  }
}
