// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** SageMaker's {@code constraints.json} of model quality. */
@JsonNaming(SnakeCaseStrategy.class)
public record ModelQualityConstraints(double version, Thresholds regressionConstraints) {
  /** Errors may be a tenth larger than the baseline's before anybody is told. */
  private static final double ROOM = 1.1;

  /** Of a small baseline it is not known better. */
  private static final double BASELINE_ERRORS = 3;

  /** Those of the metrics that are watched; null for others. */
  public record Thresholds(
      @Nullable Threshold mae,
      @Nullable Threshold mse,
      @Nullable Threshold rmse,
      @Nullable Threshold r2) {
    @Nullable Threshold get(RegressionMetric metric) {
      return switch (metric) {
        case MAE -> mae;
        case MSE -> mse;
        case RMSE -> rmse;
        case R2 -> r2;
      };
    }
  }

  /** What a metric must not pass, and on which side. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Threshold(double threshold, ComparisonOperator comparisonOperator) {}

  /**
   * A tenth above the baseline's errors, which for squares and for what R² leaves unexplained is 21
   * %; or three standard errors of the baseline, if it is so small.
   */
  public static ModelQualityConstraints suggest(ModelQualityStatistics baseline) {
    return new ModelQualityConstraints(
        0,
        new Thresholds(
            suggest(baseline, RegressionMetric.MAE),
            suggest(baseline, RegressionMetric.MSE),
            suggest(baseline, RegressionMetric.RMSE),
            suggest(baseline, RegressionMetric.R2)));
  }

  /** Of a metric; null if it is not watched. */
  public @Nullable Threshold threshold(RegressionMetric metric) {
    return regressionConstraints.get(metric);
  }

  private static Threshold suggest(ModelQualityStatistics baseline, RegressionMetric metric) {
    double value = baseline.value(metric);
    double error = baseline.standardError(metric);
    double chance = Double.isFinite(error) ? BASELINE_ERRORS * error : 0;
    double threshold =
        switch (metric) {
          case MAE, RMSE -> value + Math.max((ROOM - 1) * value, chance);
          case MSE -> value + Math.max((ROOM * ROOM - 1) * value, chance);
          case R2 -> value - Math.max((ROOM * ROOM - 1) * (1 - value), chance);
        };
    return new Threshold(threshold, metric.violatingSide());
  }

  /**
   * Thresholds that are passed by more than chance explains: the excess is over as many standard
   * errors of the sample as the sensitivity asks for. Nothing if there are too few rows.
   */
  public List<Violation> check(ModelQualityStatistics current, Sensitivity sensitivity) {
    List<Violation> violations = new ArrayList<>();
    if (current.rows() >= sensitivity.minimumRows()) {
      double factor = factor(sensitivity);
      for (RegressionMetric metric : RegressionMetric.values()) {
        Threshold threshold = regressionConstraints.get(metric);
        if (threshold != null && isPassed(threshold, metric, current, factor)) {
          violations.add(violation(metric, current.value(metric), threshold));
        }
      }
    }
    return violations;
  }

  private static double factor(Sensitivity sensitivity) {
    double level = sensitivity.level(RegressionMetric.values().length);
    // Without a generator of random numbers, which it does not need.
    return new TDistribution(null, ModelQuality.GROUPS - 1).inverseCumulativeProbability(1 - level);
  }

  private static boolean isPassed(
      Threshold threshold, RegressionMetric metric, ModelQualityStatistics current, double factor) {
    double excess =
        threshold.comparisonOperator().excess(current.value(metric), threshold.threshold());
    double error = current.standardError(metric);
    return excess > 0 && (Double.isNaN(error) || excess > factor * error);
  }

  private static Violation violation(RegressionMetric metric, double value, Threshold threshold) {
    String operator = threshold.comparisonOperator().json();
    return Violation.ofMetric(
        metric.json(),
        operator,
        "Metric %s with %s was %s %s"
            .formatted(
                metric.json(), Texts.share(value), operator, Texts.share(threshold.threshold())));
  }
}
