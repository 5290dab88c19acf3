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
  private static final Duration SHORTEST_LOCK = Duration.ofSeconds(1);
  private static final Duration LONGEST_LOCK = Duration.ofSeconds(60);
  private static final int MOST_DELIVERIES = 9;

  public TaskWorkerSettings {
    if (parallel < 1) {
      throw new IllegalArgumentException("ODOMETER_TASKS_PARALLEL is at least 1");
    }
    if (lock.compareTo(SHORTEST_LOCK) < 0 || lock.compareTo(LONGEST_LOCK) > 0) {
      throw new IllegalArgumentException(
          "ODOMETER_TASK_LOCK is 1 to 60 seconds (a broker's own least is usually 15)");
    }
    if (deliveries < 1 || deliveries > MOST_DELIVERIES) {
      throw new IllegalArgumentException("ODOMETER_TASK_DELIVERIES is 1 to " + MOST_DELIVERIES);
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
