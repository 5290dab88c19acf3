// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.MonitorInput;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One run of the monitor, as it is started or shown. */
record MonitoringExecution(
    Project project,
    Endpoint endpoint,
    String name,
    WindowOrder window,
    @Nullable Instant firedAt) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int DIGEST_LENGTH = 8;

  /** Named by schedule and time, so that no fire runs twice. */
  static MonitoringExecution of(Project project, Endpoint endpoint, Instant firedAt) {
    MonitoringSettings settings = project.monitoring();
    String schedule =
        TrainingObjects.digest(settings.schedule() + '\n' + settings.timeZone().getId());
    String name =
        "%s-monitor-%s-%s"
            .formatted(project.name(), schedule.substring(0, DIGEST_LENGTH), TIME.format(firedAt));
    return new MonitoringExecution(project, endpoint, name, WindowOrder.NEW, firedAt);
  }

  static MonitoringExecution of(Project project, Endpoint endpoint, MonitoringPlan.Asked asked) {
    return new MonitoringExecution(project, endpoint, asked.name(), asked.window(), null);
  }

  ExecutionId id() {
    return ExecutionId.of(MonitoringPlan.WORKFLOW, name);
  }

  ProjectEffect.StartExecution start() {
    return new ProjectEffect.StartExecution(id(), name, MonitoringPlan.WORKFLOW, input());
  }

  /** Shows that it waits for its turn. */
  ProjectEffect announcement(Instant now) {
    return ProjectEffect.AnnounceExecution.of(start(), project.name(), now);
  }

  /** The time of firing is always there: the workflow refers to it. */
  private JsonNode input() {
    ObjectNode input =
        (ObjectNode)
            Json.toTree(
                new MonitorInput(project.withoutNotifications(), endpoint, window, firedAt));
    return firedAt == null ? input.putNull("firedAt") : input;
  }
}
