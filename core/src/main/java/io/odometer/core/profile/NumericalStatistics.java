// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Statistics of a column of numbers, as SageMaker writes them.
 *
 * @param stdDev of the population
 */
@JsonNaming(SnakeCaseStrategy.class)
public record NumericalStatistics(
    CommonStatistics common,
    double mean,
    double sum,
    double stdDev,
    double min,
    double max,
    Distribution distribution) {

  /** The only member is the sketch. */
  public record Distribution(KllStatistics kll) {}

  static NumericalStatistics of(
      CommonStatistics common, Moments moments, List<List<Double>> sketch) {
    return new NumericalStatistics(
        common,
        moments.mean(),
        moments.sum(),
        moments.deviation(),
        moments.least(),
        moments.most(),
        new Distribution(KllStatistics.of(moments.least(), moments.most(), sketch)));
  }
}
