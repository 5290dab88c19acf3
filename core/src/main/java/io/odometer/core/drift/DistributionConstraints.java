// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** How distributions are compared; what is null is as elsewhere, or the default. */
@JsonNaming(SnakeCaseStrategy.class)
public record DistributionConstraints(
    @Nullable Switch performComparison,
    @Nullable Double comparisonThreshold,
    @Nullable ComparisonMethod comparisonMethod,
    @Nullable Double categoricalComparisonThreshold,
    @Nullable CategoricalMethod categoricalDriftMethod) {
  static final DistributionConstraints NONE =
      new DistributionConstraints(null, null, null, null, null);

  public DistributionConstraints {
    MonitoringConfig.requireShare("comparison_threshold", comparisonThreshold);
    MonitoringConfig.requireShare(
        "categorical_comparison_threshold", categoricalComparisonThreshold);
  }
}
