// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the list of executions; what is not known is null, not absent. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExecutionView(
    ExecutionId id,
    String name,
    String workflow,
    ProjectName project,
    ExecutionStatus status,
    Instant startedAt,
    @Nullable Instant stoppedAt,
    @Nullable String error,
    @Nullable String cause) {
  static ExecutionView of(ExecutionRecord execution) {
    return new ExecutionView(
        execution.id(),
        execution.name(),
        execution.workflow(),
        execution.project(),
        execution.status(),
        execution.startedAt(),
        execution.stoppedAt(),
        execution.error(),
        execution.cause());
  }
}
