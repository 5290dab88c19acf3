// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.platform.config.Settings;
import java.time.Duration;

/**
 * How a worker works.
 *
 * @param parallel tasks at once
 * @param lock how long the broker holds a task for a worker that says nothing
 * @param deliveries after how many starts without an end a task is given up
 * @param stopLimit how long a stop waits for tasks before they are handed back
 */
public record TaskWorkerSettings(int parallel, Duration lock, int deliveries, Duration stopLimit) {
  public TaskWorkerSettings {
    if (parallel < 1 || deliveries < 1 || lock.isNegative() || lock.isZero()) {
      throw new IllegalArgumentException(
          "ODOMETER_TASKS_PARALLEL, ODOMETER_TASK_DELIVERIES and ODOMETER_TASK_LOCK are above 0");
    }
  }

  /** {@code ODOMETER_TASKS_PARALLEL}, {@code _TASK_LOCK}, {@code _TASK_DELIVERIES}, ... */
  public static TaskWorkerSettings from(Settings settings) {
    return new TaskWorkerSettings(
        settings.integer("ODOMETER_TASKS_PARALLEL", 2),
        settings.duration("ODOMETER_TASK_LOCK", Duration.ofSeconds(15)),
        settings.integer("ODOMETER_TASK_DELIVERIES", 5),
        settings.duration("ODOMETER_TASK_STOP_LIMIT", Duration.ofSeconds(5)));
  }
}
