// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A constraint that is broken.
 *
 * @param featureName the column, for data quality
 * @param metricName the metric, for model quality
 * @param constraintCheckType the check, or for metrics the operator
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Violation(
    @Nullable String featureName,
    @Nullable String metricName,
    String constraintCheckType,
    String description) {

  public Violation {
    if ((featureName == null) == (metricName == null)) {
      throw new IllegalArgumentException("a violation is of either a feature or a metric");
    }
  }

  static Violation ofFeature(String name, CheckType check, String description) {
    return new Violation(name, null, check.json(), description);
  }

  static Violation ofMetric(String name, String operator, String description) {
    return new Violation(null, name, operator, description);
  }

  /** The feature or the metric. */
  public String subject() {
    return featureName != null ? featureName : String.valueOf(metricName);
  }
}
