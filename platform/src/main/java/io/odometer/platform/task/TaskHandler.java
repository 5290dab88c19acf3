// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import tools.jackson.databind.JsonNode;

/**
 * Does one kind of task. The worker calls it again with the same context when an earlier try died
 * half-way, so whatever it writes goes to keys below {@link TaskContext#folder} or is the same
 * however often it is written.
 */
@FunctionalInterface
public interface TaskHandler {
  /**
   * Does the task, or finds it done.
   *
   * @return the task's output
   * @throws io.odometer.core.error.OdometerException what went wrong; anything else is reported as
   *     {@code Internal.Error}
   */
  JsonNode run(TaskContext context, JsonNode input);
}
