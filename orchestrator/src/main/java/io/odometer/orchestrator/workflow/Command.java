// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskResource;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What the shell must do after a step, in the order given. */
public sealed interface Command {
  /**
   * Hands a task out.
   *
   * @param taskId unique among all tries of all tasks of all executions
   * @param state path of the state, such as {@code Models[1]/Train}
   */
  record ScheduleTask(String taskId, TaskResource resource, String state, JsonNode input)
      implements Command {
    /** As the workers get it. */
    public TaskCommand toTaskCommand(Execution execution) {
      return new TaskCommand(taskId, resource, execution.id(), state, execution.startedAt(), input);
    }
  }

  /** Fires {@link ExecutionEvent.TimerFired} at that time or later; replaces one of the same id. */
  record SetTimer(String timer, Instant at) implements Command {}

  /** Forgets a timer; one that fires nevertheless does no harm. */
  record CancelTimer(String timer) implements Command {}
}
