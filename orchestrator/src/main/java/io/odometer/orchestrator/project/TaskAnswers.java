// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.ErrorName;
import io.odometer.core.json.Json;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what a workflow hands a project to do, and answers it. */
final class TaskAnswers {
  private TaskAnswers() {}

  static <T> Optional<T> input(TaskCommand command, Class<T> type) {
    try {
      return Optional.ofNullable(Json.fromTree(command.input(), type));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  static ProjectEffect succeeded(TaskCommand command, JsonNode output) {
    return new ProjectEffect.AnswerTask(
        new TaskReport.Succeeded(command.execution(), command.taskId(), output));
  }

  static ProjectEffect failed(TaskCommand command, ErrorName error, String cause) {
    return new ProjectEffect.AnswerTask(
        new TaskReport.Failed(command.execution(), command.taskId(), error, cause));
  }
}
