// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.profile.DatasetStatistics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** SageMaker's {@code constraints.json} of data quality. */
@JsonNaming(SnakeCaseStrategy.class)
public record Constraints(
    double version,
    List<FeatureConstraints> features,
    @Nullable MonitoringConfig monitoringConfig) {

  public Constraints {
    features = features == null ? List.of() : List.copyOf(features);
  }

  /** What data like the baseline's keeps to, with room for chance; see {@link Suggestion}. */
  public static Constraints suggest(DatasetStatistics baseline) {
    return Suggestion.of(baseline);
  }

  public Optional<FeatureConstraints> feature(String name) {
    return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }

  /**
   * These constraints, changed where the other file says something else: features are found by
   * name, objects are merged, everything else is replaced. Members that nobody knows are left out.
   *
   * @throws OdometerException {@code Constraints.Invalid} if no constraints come of it
   */
  public Constraints overlaid(JsonNode overrides) {
    try {
      return Json.fromTree(Overlay.of(Json.toTree(this), overrides), Constraints.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new OdometerException(
          Errors.CONSTRAINTS_INVALID, "the constraints do not hold: " + e.getMessage(), e);
    }
  }

  CheckSettings settings(FeatureConstraints feature) {
    return CheckSettings.of(monitoringConfig, feature);
  }
}
