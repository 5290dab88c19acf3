// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.orchestrator.workflow.Definition;
import io.odometer.orchestrator.workflow.Execution;
import io.odometer.orchestrator.workflow.ExecutionEvent;
import io.odometer.orchestrator.workflow.Interpreter;
import io.odometer.orchestrator.workflow.Transition;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Steps executions as they are stored, and never throws. Pure but for the log. */
record Stepper(Workflows workflows) {
  private static final Logger LOG = LoggerFactory.getLogger(Stepper.class);

  private static final ErrorName WORKFLOW_UNKNOWN = new ErrorName("Workflow.Unknown");
  private static final ErrorName TOO_LARGE = new ErrorName("States.DataLimitExceeded");

  /** An execution is one record of the log, whose size is limited. */
  static final int MOST_BYTES = 4 << 20;

  Outcome start(ExecutionEvent.Started started, Instant now) {
    return step(started.workflow(), null, started, now);
  }

  Outcome step(byte[] stored, ExecutionEvent event, Instant now) {
    Execution execution;
    try {
      execution = Json.read(stored, Execution.class);
    } catch (RuntimeException unreadable) {
      return wreck(event.execution(), remains(stored), Errors.INTERNAL, unreadable, now);
    }
    return step(execution.workflow(), execution, event, now);
  }

  private Outcome step(
      String workflow, @Nullable Execution before, ExecutionEvent event, Instant now) {
    JsonNode remains = Json.toTree(before == null ? event : before);
    Optional<Definition> definition = workflows.find(workflow);
    if (definition.isEmpty()) {
      String cause = "there is no workflow '%s'".formatted(workflow);
      return new Outcome.Wrecked(
          Wreck.of(event.execution(), remains, WORKFLOW_UNKNOWN, cause, now));
    }
    try {
      Transition transition = Interpreter.step(definition.get(), before, event, now);
      return transition.execution().equals(before)
          ? new Outcome.Unchanged()
          : stepped(transition, definition.get(), remains, now);
    } catch (RuntimeException failure) {
      return wreck(event.execution(), remains, Errors.INTERNAL, failure, now);
    }
  }

  private static Outcome stepped(
      Transition transition, Definition definition, JsonNode before, Instant now) {
    byte[] stored = Json.bytes(transition.execution());
    if (stored.length <= MOST_BYTES) {
      return new Outcome.Stepped(transition, stored, transition.execution().toRecord(definition));
    }
    String cause =
        "the execution's data has %d bytes, more than %d".formatted(stored.length, MOST_BYTES);
    return new Outcome.Wrecked(
        Wreck.of(transition.execution().id(), before, TOO_LARGE, cause, now));
  }

  private static Outcome wreck(
      ExecutionId id, JsonNode remains, ErrorName error, RuntimeException failure, Instant now) {
    LOG.error("execution {} cannot go on", id, failure);
    return new Outcome.Wrecked(Wreck.of(id, remains, error, failure.toString(), now));
  }

  private static JsonNode remains(byte[] stored) {
    try {
      return Json.tree(stored);
    } catch (RuntimeException notEvenJson) {
      return Json.object();
    }
  }
}
