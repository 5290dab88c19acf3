// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that the engine knows of an execution: an immutable value, stored as JSON between two steps.
 *
 * @param events how many history events there were
 * @param tries how many task tries and timers were named
 * @param root where it stands; absent once it has ended
 * @param visited the states left, oldest first; the oldest are forgotten when there are many
 * @param timers what it waits for, for the shell to build its index from
 */
public record Execution(
    ExecutionId id,
    String name,
    String workflow,
    ProjectName project,
    JsonNode input,
    ExecutionStatus status,
    Instant startedAt,
    @Nullable Instant stoppedAt,
    @Nullable JsonNode output,
    @Nullable String error,
    @Nullable String cause,
    long events,
    long tries,
    @Nullable Frame root,
    List<Visit> visited,
    List<Timer> timers) {
  public Execution {
    visited = List.copyOf(visited);
    timers = List.copyOf(timers);
  }

  /** Before anything has happened. */
  static Execution begin(ExecutionEvent.Started started, Instant now) {
    return new Execution(
        started.execution(),
        started.name(),
        started.workflow(),
        started.project(),
        started.input(),
        ExecutionStatus.RUNNING,
        now,
        null,
        null,
        null,
        null,
        0,
        0,
        null,
        List.of(),
        List.of());
  }

  /** As people and other services see it. */
  public ExecutionRecord toRecord(Definition definition) {
    return new ExecutionRecord(
        id,
        name,
        workflow,
        project,
        status,
        startedAt,
        stoppedAt,
        input,
        output,
        error,
        cause,
        StateRecords.of(this, definition));
  }
}
