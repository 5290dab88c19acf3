// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.execution;

import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An execution as it stands: the value of the compacted topic {@code executions}, keyed by id. */
public record ExecutionRecord(
    ExecutionId id,
    String name,
    String workflow,
    ProjectName project,
    ExecutionStatus status,
    Instant startedAt,
    @Nullable Instant stoppedAt,
    JsonNode input,
    @Nullable JsonNode output,
    @Nullable String error,
    @Nullable String cause,
    List<StateRecord> states) {
  public ExecutionRecord {
    states = List.copyOf(states);
  }
}
