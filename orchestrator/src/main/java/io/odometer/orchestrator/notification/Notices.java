// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.NotificationKind;
import io.odometer.core.project.ProjectName;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Which events people are told of, and what. */
final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final String MONITORING = "monitoring";

  private Notices() {}

  /** Empty for what nobody can subscribe to. */
  static Optional<Notice> of(SystemEvent event) {
    ProjectName project = event.project();
    return project == null
        ? Optional.empty()
        : kind(event).map(kind -> describe(kind, project, event));
  }

  private static Optional<NotificationKind> kind(SystemEvent event) {
    return switch (event.type()) {
      case "execution.changed" -> ended(event);
      case "model.rejected" -> Optional.of(NotificationKind.MODEL_REJECTED);
      case "endpoint.updated" -> Optional.of(NotificationKind.CHAMPION_CHANGED);
      case "drift.found" -> Optional.of(NotificationKind.DRIFT);
      default -> Optional.empty();
    };
  }

  /**
   * A monitor that found nothing is no news: it runs every hour, and what it finds is told as
   * drift.
   */
  private static Optional<NotificationKind> ended(SystemEvent event) {
    String status = event.data().path("status").asString("");
    if (status.equals(ExecutionStatus.SUCCEEDED.name())) {
      return event.data().path("workflow").asString("").equals(MONITORING)
          ? Optional.empty()
          : Optional.of(NotificationKind.EXECUTION_SUCCEEDED);
    }
    return status.equals(ExecutionStatus.RUNNING.name())
        ? Optional.empty()
        : Optional.of(NotificationKind.EXECUTION_FAILED);
  }

  /** An event from another version may lack what we look for: its own line is told then. */
  private static Notice describe(NotificationKind kind, ProjectName project, SystemEvent event) {
    try {
      return switch (kind) {
        case EXECUTION_SUCCEEDED, EXECUTION_FAILED -> ExecutionNotice.of(kind, project, event);
        case MODEL_REJECTED -> RejectionNotice.of(project, event);
        case CHAMPION_CHANGED -> ChampionNotice.of(project, event);
        case DRIFT -> DriftNotice.of(project, event);
      };
    } catch (JacksonException | IllegalArgumentException strange) {
      LOG.warn("event {} is told by its message only: {}", event.id(), strange.getMessage());
      return new Notice(kind, project, event.time(), event.message(), event.message(), List.of());
    }
  }
}
