// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import io.odometer.platform.config.Settings;
import io.odometer.platform.task.TaskServiceSettings;

/** What the service needs to know. */
public record MonitorConfig(TaskServiceSettings service) {
  private static final int PORT = 8083;

  /** Those of every service that does tasks. */
  public static MonitorConfig from(Settings settings) {
    return new MonitorConfig(TaskServiceSettings.from(settings, PORT));
  }
}
