// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What names keep to.
 *
 * @param domains all names there are; null if that is not known
 * @param monitoringConfigOverrides where SageMaker's SDK writes what differs for one feature
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StringConstraints(
    @Nullable List<String> domains,
    @JsonAlias("monitoringConfigOverrides") @Nullable MonitoringConfig monitoringConfigOverrides) {

  public StringConstraints {
    domains = domains == null ? null : List.copyOf(domains);
  }
}
