// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.project.ProjectName;
import io.odometer.core.task.TaskReport;
import tools.jackson.databind.JsonNode;

/** Something that happens to an execution; fit to be stored as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ExecutionEvent.Started.class, name = "started"),
  @JsonSubTypes.Type(value = ExecutionEvent.TaskReported.class, name = "task-reported"),
  @JsonSubTypes.Type(value = ExecutionEvent.TimerFired.class, name = "timer-fired"),
  @JsonSubTypes.Type(value = ExecutionEvent.Aborted.class, name = "aborted"),
  @JsonSubTypes.Type(value = ExecutionEvent.Abandoned.class, name = "abandoned")
})
public sealed interface ExecutionEvent {
  ExecutionId execution();

  /** The task or timer that the event speaks of; empty if it is about the whole execution. */
  @JsonIgnore
  default String subject() {
    return switch (this) {
      case TaskReported reported -> reported.report().taskId();
      case TimerFired fired -> fired.timer();
      case Started _, Aborted _, Abandoned _ -> "";
    };
  }

  /**
   * The first event of an execution; ignored when there is one already.
   *
   * @param project for whom the execution runs; the engine only keeps it
   */
  record Started(
      ExecutionId execution, String name, String workflow, ProjectName project, JsonNode input)
      implements ExecutionEvent {}

  /** A worker speaks; ignored when it speaks of another than the task's latest try. */
  record TaskReported(TaskReport report) implements ExecutionEvent {
    @Override
    public ExecutionId execution() {
      return report.execution();
    }
  }

  /** The time of a timer has come; ignored when the execution no longer waits for it. */
  record TimerFired(ExecutionId execution, String timer) implements ExecutionEvent {}

  /** Somebody stops the execution. */
  record Aborted(ExecutionId execution, String error, String cause) implements ExecutionEvent {}

  /** An execution that was only announced will never start; ignored when it has. */
  record Abandoned(ExecutionRecord shown) implements ExecutionEvent {
    @Override
    public ExecutionId execution() {
      return shown.id();
    }
  }
}
