// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import io.odometer.platform.config.Settings;
import io.odometer.platform.task.TaskServiceSettings;

/**
 * What the service needs to know.
 *
 * @param limits how much is taken at a time
 */
public record ScorerConfig(TaskServiceSettings service, ScorerLimits limits) {
  private static final int PORT = 8082;

  /**
   * {@code ODOMETER_RANGE_MEGABYTES}, {@code ODOMETER_MODEL_MEGABYTES}, {@code
   * ODOMETER_SCORER_THREADS}, and those of every service that does tasks.
   */
  public static ScorerConfig from(Settings settings) {
    return new ScorerConfig(TaskServiceSettings.from(settings, PORT), ScorerLimits.from(settings));
  }
}
