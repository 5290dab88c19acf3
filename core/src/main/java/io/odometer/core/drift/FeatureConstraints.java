// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.odometer.core.profile.InferredType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What one feature keeps to.
 *
 * @param completeness the least share of rows with a value
 * @param monitoringConfigOverrides what differs for this feature, where SageMaker's guide has it
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FeatureConstraints(
    String name,
    @Nullable InferredType inferredType,
    @Nullable Double completeness,
    @Nullable NumConstraints numConstraints,
    @Nullable StringConstraints stringConstraints,
    @JsonProperty("monitoringConfigOverrides") @JsonAlias("monitoring_config_overrides")
        @Nullable MonitoringConfig monitoringConfigOverrides) {

  public FeatureConstraints {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a feature has a name");
    }
    MonitoringConfig.requireShare("completeness of " + name, completeness);
  }

  /** Null if nobody knows. */
  @Nullable List<String> domains() {
    return stringConstraints == null ? null : stringConstraints.domains();
  }

  boolean requiresNonNegative() {
    return numConstraints != null && Boolean.TRUE.equals(numConstraints.nonNegative());
  }

  /** What differs for this feature; a later one wins. */
  List<MonitoringConfig> overrides() {
    MonitoringConfig inner =
        stringConstraints == null ? null : stringConstraints.monitoringConfigOverrides();
    return Stream.of(monitoringConfigOverrides, inner).filter(Objects::nonNull).toList();
  }
}
