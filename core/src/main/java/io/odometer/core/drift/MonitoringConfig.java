// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What is checked and how strictly, for all features or one; what is null is as elsewhere, or the
 * default.
 *
 * @param emitMetrics kept for SageMaker's sake
 * @param datatypeCheckThreshold the least share of values of the feature's type
 * @param domainContentThreshold the least share of values in the feature's domain, or not negative
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MonitoringConfig(
    @Nullable Switch evaluateConstraints,
    @Nullable Switch emitMetrics,
    @Nullable Double datatypeCheckThreshold,
    @Nullable Double domainContentThreshold,
    @Nullable DistributionConstraints distributionConstraints) {

  public MonitoringConfig {
    requireShare("datatype_check_threshold", datatypeCheckThreshold);
    requireShare("domain_content_threshold", domainContentThreshold);
  }

  static MonitoringConfig datatype(double threshold) {
    return new MonitoringConfig(null, null, threshold, null, null);
  }

  DistributionConstraints distributions() {
    return distributionConstraints == null ? DistributionConstraints.NONE : distributionConstraints;
  }

  static void requireShare(String name, @Nullable Double share) {
    if (share != null && !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " is between 0 and 1, not " + share);
    }
  }
}
