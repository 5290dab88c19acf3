// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What is told of drift. */
final class DriftHappenings {
  private static final int MOST_NAMED = 10;

  private DriftHappenings() {}

  /**
   * @param execution that found it
   */
  static ProjectEffect.Publish found(
      ProjectName project,
      ExecutionId execution,
      DriftFound drift,
      DriftAnswer answer,
      Instant now) {
    ObjectNode data = (ObjectNode) Json.toTree(drift);
    data.put("action", answer.action().json());
    if (answer.training() != null) {
      data.put("training", answer.training().value());
    }
    return Happenings.publish(
        "drift.found", execution.value(), now, project, message(project, drift, answer), data);
  }

  private static String message(ProjectName project, DriftFound drift, DriftAnswer answer) {
    return "project %s has drifted in %s (%d rows, %d labels); %s"
        .formatted(project, features(drift), drift.rows(), drift.labels(), outlook(answer));
  }

  private static String features(DriftFound drift) {
    List<String> features =
        drift.alarms().stream().map(DriftFound.Alarm::feature).distinct().toList();
    String named = features.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return features.size() <= MOST_NAMED
        ? named
        : "%s and %d more".formatted(named, features.size() - MOST_NAMED);
  }

  private static String outlook(DriftAnswer answer) {
    return switch (answer.action()) {
      case NOTIFIED -> "nothing follows by itself";
      case RETRAINING -> "a training follows";
      case PAUSED -> "no training follows so soon after the last one that drift started";
    };
  }
}
