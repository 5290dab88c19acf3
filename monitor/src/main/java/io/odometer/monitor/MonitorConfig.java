// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import io.odometer.monitor.consolidate.ConsolidateLimits;
import io.odometer.monitor.sink.SinkSettings;
import io.odometer.platform.config.Settings;
import io.odometer.platform.task.TaskServiceSettings;

/**
 * What the service needs to know.
 *
 * @param sink when captured requests become objects
 * @param limits how much one run takes
 */
public record MonitorConfig(
    TaskServiceSettings service, SinkSettings sink, ConsolidateLimits limits) {
  private static final int PORT = 8083;

  /**
   * {@code ODOMETER_CAPTURE_ROLL}, {@code ODOMETER_MONITOR_OBJECTS}, {@code …_MEGABYTES}, {@code
   * …_ROWS}, {@code …_LABELS}, and those of every service that does tasks.
   */
  public static MonitorConfig from(Settings settings) {
    return new MonitorConfig(
        TaskServiceSettings.from(settings, PORT),
        SinkSettings.from(settings),
        ConsolidateLimits.from(settings));
  }
}
