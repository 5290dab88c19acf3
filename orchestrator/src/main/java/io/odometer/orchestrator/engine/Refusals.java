// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.error.Errors;
import io.odometer.core.message.Topics;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import io.odometer.orchestrator.project.ControlReply;
import io.odometer.orchestrator.project.MonitoringRequested;
import io.odometer.orchestrator.project.ProjectEvent;
import io.odometer.orchestrator.project.ScoringRequested;
import io.odometer.orchestrator.project.SettingsPut;
import io.odometer.orchestrator.project.TaskHanded;
import io.odometer.orchestrator.project.TrainingRequested;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/** Tells whoever waits for an answer that a mistake of ours took its place. */
final class Refusals {
  private Refusals() {}

  static Optional<Record<String, Outgoing>> of(
      ProjectEvent event, RuntimeException failure, Instant now) {
    String cause = String.valueOf(failure);
    return switch (event) {
      case SettingsPut put -> Optional.of(refuse(put.requestId(), cause, now));
      case TrainingRequested request -> Optional.of(refuse(request.requestId(), cause, now));
      case ScoringRequested request -> Optional.of(refuse(request.requestId(), cause, now));
      case MonitoringRequested request -> Optional.of(refuse(request.requestId(), cause, now));
      case TaskHanded handed -> Optional.of(fail(handed.command(), cause, now));
      default -> Optional.empty();
    };
  }

  static Record<String, Outgoing> fail(TaskCommand command, String cause, Instant now) {
    TaskReport report =
        new TaskReport.Failed(command.execution(), command.taskId(), Errors.INTERNAL, cause);
    return Outgoing.of(
        Topics.TASK_RESULTS, command.execution().value(), report, command.taskId() + "/end", now);
  }

  private static Record<String, Outgoing> refuse(String requestId, String cause, Instant now) {
    return Outgoing.of(
        EngineTopics.CONTROL_REPLIES,
        requestId,
        new ControlReply.Refused(requestId, Errors.INTERNAL, cause),
        requestId,
        now);
  }
}
