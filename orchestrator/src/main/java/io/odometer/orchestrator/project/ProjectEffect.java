// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.task.TaskReport;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the world is to do because of an event; all of one step or nothing. */
public sealed interface ProjectEffect {
  record StoreProject(Project project) implements ProjectEffect {}

  record StoreModel(ModelRecord model) implements ProjectEffect {}

  record StoreEndpoint(Endpoint endpoint) implements ProjectEffect {}

  /** Shows an execution that waits: for the training before it, or for a champion. */
  record AnnounceExecution(ExecutionRecord execution) implements ProjectEffect {
    /** One that will start when its turn comes. */
    static AnnounceExecution of(StartExecution coming, ProjectName project, Instant now) {
      return new AnnounceExecution(
          new ExecutionRecord(
              coming.id(),
              coming.name(),
              coming.workflow(),
              project,
              ExecutionStatus.RUNNING,
              now,
              null,
              coming.input(),
              null,
              null,
              null,
              List.of()));
    }
  }

  /** Shows that an execution that was announced ended before it started. */
  record AbandonExecution(ExecutionRecord execution) implements ProjectEffect {}

  record StartExecution(ExecutionId id, String name, String workflow, JsonNode input)
      implements ProjectEffect {}

  record AnswerTask(TaskReport report) implements ProjectEffect {}

  record AnswerRequest(ControlReply reply) implements ProjectEffect {}

  record Publish(SystemEvent event) implements ProjectEffect {}
}
