// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.error.ErrorName;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What can still be told of an execution that cannot be stepped, from whatever JSON is left. */
final class Wreck {
  private static final ProjectName NOBODY = new ProjectName("unknown");

  private Wreck() {}

  static ExecutionRecord of(
      ExecutionId id, JsonNode remains, ErrorName error, String cause, Instant now) {
    return new ExecutionRecord(
        id,
        remains.path("name").asString(""),
        remains.path("workflow").asString(""),
        project(remains),
        ExecutionStatus.FAILED,
        startedAt(remains, now),
        now,
        remains.path("input"),
        null,
        error.value(),
        cause,
        List.of());
  }

  private static ProjectName project(JsonNode remains) {
    String name = remains.path("project").asString("");
    return ProjectName.isValid(name) ? new ProjectName(name) : NOBODY;
  }

  private static Instant startedAt(JsonNode remains, Instant now) {
    try {
      return Instant.parse(remains.path("startedAt").asString(""));
    } catch (DateTimeParseException absent) {
      return now;
    }
  }
}
