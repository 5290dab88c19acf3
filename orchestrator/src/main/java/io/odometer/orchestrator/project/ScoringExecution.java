// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import io.odometer.core.json.Json;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One execution about one file, as it is started or shown. */
record ScoringExecution(
    Project project, ObjectKey key, ScoringFile.Version input, ScoringFile.Run run) {
  static final String WORKFLOW = "batch-scoring";
  static final String WAITING = "WaitForChampion";

  ProjectEffect start(Endpoint endpoint, boolean again) {
    return new ProjectEffect.StartExecution(
        run.id(), run.name(), WORKFLOW, input(again).set("endpoint", Json.toTree(endpoint)));
  }

  /** Shows that it waits, and for what. */
  ProjectEffect announcement() {
    return new ProjectEffect.AnnounceExecution(shown(ExecutionStatus.RUNNING, null, null));
  }

  /** It will never start: its file went before there was a champion. */
  ProjectEffect abandonment(Instant now) {
    String cause =
        "%s was removed before there was a champion of %s".formatted(key, project.name());
    return new ProjectEffect.AbandonExecution(shown(ExecutionStatus.ABORTED, now, cause));
  }

  private ObjectNode input(boolean again) {
    ObjectVersion object = new ObjectVersion(key, input.etag(), input.size());
    return Json.object()
        .put("again", again)
        .set("project", Json.toTree(project.withoutNotifications()))
        .set("object", Json.toTree(object));
  }

  private ExecutionRecord shown(
      ExecutionStatus status, @Nullable Instant stoppedAt, @Nullable String cause) {
    String error = cause == null ? null : Errors.DATA_CHANGED.value();
    StateRecord waiting =
        new StateRecord(WAITING, "Wait", status, run.at(), stoppedAt, 1, null, error, cause);
    return new ExecutionRecord(
        run.id(),
        run.name(),
        WORKFLOW,
        project.name(),
        status,
        run.at(),
        stoppedAt,
        input(false),
        null,
        error,
        cause,
        List.of(waiting));
  }
}
