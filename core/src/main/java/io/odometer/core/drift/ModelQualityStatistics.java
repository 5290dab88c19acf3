// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.metric.RegressionMetrics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * SageMaker's {@code statistics.json} of model quality.
 *
 * @param odometer what SageMaker's form has no place for
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModelQualityStatistics(
    double version,
    Dataset dataset,
    RegressionValues<Metric> regressionMetrics,
    @Nullable QualityFacts odometer) {

  /** Which rows were looked at, and when. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Dataset(long itemCount, @Nullable Instant evaluationTime) {}

  /**
   * A metric.
   *
   * @param standardDeviation over five draws of 80 % of the rows; NaN under 200 rows
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Metric(double value, double standardDeviation) {}

  /**
   * Facts of our own.
   *
   * @param standardErrors how far chance moves each metric in a sample of that size
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record QualityFacts(RegressionValues<Double> standardErrors) {}

  /** One of something for each metric. */
  public record RegressionValues<T>(T mae, T mse, T rmse, T r2) {
    static <T> RegressionValues<T> of(Function<ToDoubleFunction<RegressionMetrics>, T> maker) {
      return new RegressionValues<>(
          maker.apply(RegressionMetrics::mae),
          maker.apply(RegressionMetrics::mse),
          maker.apply(RegressionMetrics::rmse),
          maker.apply(RegressionMetrics::r2));
    }

    /** What there is of the metric. */
    public T get(RegressionMetric metric) {
      return switch (metric) {
        case MAE -> mae;
        case MSE -> mse;
        case RMSE -> rmse;
        case R2 -> r2;
      };
    }
  }

  static ModelQualityStatistics of(
      long rows,
      @Nullable Instant evaluatedAt,
      RegressionValues<Metric> metrics,
      RegressionValues<Double> standardErrors) {
    Instant time = evaluatedAt == null ? null : evaluatedAt.truncatedTo(ChronoUnit.MILLIS);
    return new ModelQualityStatistics(
        0, new Dataset(rows, time), metrics, new QualityFacts(standardErrors));
  }

  public long rows() {
    return dataset.itemCount();
  }

  public double value(RegressionMetric metric) {
    return regressionMetrics.get(metric).value();
  }

  /** How far chance moves the metric; NaN if nobody knows. */
  public double standardError(RegressionMetric metric) {
    return odometer == null ? Double.NaN : odometer.standardErrors().get(metric);
  }
}
