// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topics;
import io.odometer.core.project.ProjectName;
import io.odometer.core.task.TaskCommand;
import io.odometer.orchestrator.project.ExecutionEnded;
import io.odometer.orchestrator.project.TaskHanded;
import io.odometer.orchestrator.workflow.Command;
import io.odometer.orchestrator.workflow.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import tools.jackson.databind.node.ObjectNode;

/** What the steps of executions send out. Progress alone is shown once a second. */
final class ExecutionOutputs {
  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);
  private static final String SELF = "orchestrator";

  private final ProcessorContext<String, Outgoing> context;
  private final Set<String> services;
  private final Map<ExecutionId, Instant> shownAt = new HashMap<>();

  ExecutionOutputs(ProcessorContext<String, Outgoing> context, Set<String> services) {
    this.context = context;
    this.services = services;
  }

  void send(Outcome.Stepped stepped, Instant now) {
    stepped.transition().commands().stream()
        .filter(Command.ScheduleTask.class::isInstance)
        .map(command -> ((Command.ScheduleTask) command).toTaskCommand(stepped.execution()))
        .forEach(command -> handOut(command, stepped.shown().project(), now));
    List<HistoryEvent> history = stepped.transition().history();
    history.forEach(event -> write(stepped.shown().id(), event, now));
    if (!history.isEmpty()) {
      show(stepped.shown(), history.getFirst().id() == 1, now);
    } else if (isDue(stepped.shown().id(), now)) {
      store(stepped.shown(), now);
    }
  }

  private boolean isDue(ExecutionId id, Instant now) {
    return !shownAt.getOrDefault(id, Instant.EPOCH).plus(BETWEEN_PROGRESS).isAfter(now);
  }

  /** Stores the execution as others see it, and tells when it has begun or ended. */
  void show(ExecutionRecord shown, boolean begun, Instant now) {
    store(shown, now);
    if (begun || shown.status().isFinal()) {
      context.forward(Outgoing.event(changed(shown, now)));
    }
  }

  void tellProject(ProjectName project, ExecutionEnded ended, Instant now) {
    String id = ended.execution() + "/ended";
    context.forward(Outgoing.of(EngineTopics.PROJECT_EVENTS, project.value(), ended, id, now));
  }

  void forget(ExecutionId id, Instant now) {
    context.forward(Outgoing.tombstone(Topics.EXECUTIONS, id.value(), now));
  }

  private void handOut(TaskCommand command, ProjectName project, Instant now) {
    String service = command.resource().service();
    String key = command.execution().value();
    if (service.equals(SELF)) {
      TaskHanded handed = new TaskHanded(command);
      context.forward(
          Outgoing.of(EngineTopics.PROJECT_EVENTS, project.value(), handed, command.taskId(), now));
    } else if (services.contains(service)) {
      context.forward(Outgoing.of(Topics.tasks(service), key, command, command.taskId(), now));
    } else {
      String cause = "there is no service for " + command.resource();
      context.forward(Refusals.fail(command, cause, now));
    }
  }

  private void write(ExecutionId id, HistoryEvent event, Instant now) {
    String eventId = id + "/" + event.id();
    context.forward(Outgoing.of(EngineTopics.EXECUTION_HISTORY, id.value(), event, eventId, now));
  }

  private void store(ExecutionRecord shown, Instant now) {
    String id = shown.id() + "/" + now.toEpochMilli();
    context.forward(Outgoing.of(Topics.EXECUTIONS, shown.id().value(), shown, id, now));
    if (shown.status().isFinal()) {
      shownAt.remove(shown.id());
    } else {
      shownAt.put(shown.id(), now);
    }
  }

  private static SystemEvent changed(ExecutionRecord shown, Instant now) {
    ObjectNode data =
        Json.object()
            .put("id", shown.id().value())
            .put("name", shown.name())
            .put("workflow", shown.workflow())
            .put("status", shown.status().name())
            .put("startedAt", shown.startedAt().toString());
    if (shown.stoppedAt() != null) {
      data.put("stoppedAt", shown.stoppedAt().toString());
    }
    String message =
        "execution %s of %s is %s".formatted(shown.name(), shown.workflow(), shown.status());
    if (shown.error() != null) {
      data.put("error", shown.error()).put("cause", shown.cause());
      message = message + ", " + shown.error() + ": " + shown.cause();
    }
    return new SystemEvent(
        "execution.changed/" + shown.id() + "/" + shown.status(),
        "execution.changed",
        SELF,
        now,
        shown.project(),
        message,
        data);
  }
}
