// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The workflow engine: a pure function without I/O, clock or chance. Safe for use by many threads.
 */
public final class Interpreter {
  private static final String EXECUTION_TIMER = "execution";

  private Interpreter() {}

  /**
   * What the event makes of the execution. An event that no longer matters (a second start, an
   * older try's report, a cancelled timer) gives a transition that changes nothing, so that
   * stepping twice with one event does no harm.
   *
   * @param execution null before the {@link ExecutionEvent.Started} event
   * @throws IllegalArgumentException if the first event is another than Started
   */
  public static Transition step(
      Definition definition, @Nullable Execution execution, ExecutionEvent event, Instant now) {
    if (execution == null) {
      return start(definition, event, now);
    }
    if (execution.status().isFinal()) {
      return Transition.none(execution);
    }
    return switch (event) {
      case ExecutionEvent.Started _, ExecutionEvent.Abandoned _ -> Transition.none(execution);
      case ExecutionEvent.TaskReported _ -> deliver(definition, new Step(execution, now), event);
      case ExecutionEvent.TimerFired(_, String timer) ->
          fire(definition, new Step(execution, now), timer, event);
      case ExecutionEvent.Aborted(_, String error, String cause) ->
          stop(
              definition,
              new Step(execution, now),
              ExecutionStatus.ABORTED,
              Failure.of(error, cause));
    };
  }

  private static Transition start(Definition definition, ExecutionEvent event, Instant now) {
    if (!(event instanceof ExecutionEvent.Started started)) {
      throw new IllegalArgumentException(
          "execution " + event.execution() + " does not begin with a start: " + event);
    }
    Step step = new Step(Execution.begin(started, now), now);
    step.happened("ExecutionStarted", "");
    if (definition.timeoutSeconds() != null) {
      step.set(EXECUTION_TIMER, now.plusSeconds(definition.timeoutSeconds()));
    }
    return bounded(step, () -> begin(definition, step, started.input()));
  }

  private static Outcome begin(Definition definition, Step step, JsonNode input) {
    try {
      Sizes.check(input, definition.name());
      return new Walker(step).start(definition.chain(), Place.TOP, input);
    } catch (EvaluationFailure e) {
      return new Outcome.Failed(Failure.of(e.error(), e.reason()));
    }
  }

  private static Transition fire(
      Definition definition, Step step, String timer, ExecutionEvent event) {
    Instant due = step.timer(timer);
    if (due == null) {
      return Transition.none(step.execution());
    }
    if (due.isAfter(step.now())) {
      return new Transition(step.execution(), List.of(new Command.SetTimer(timer, due)), List.of());
    }
    step.fired(timer);
    return timer.equals(EXECUTION_TIMER)
        ? stop(definition, step, ExecutionStatus.TIMED_OUT, timeout(definition))
        : deliver(definition, step, event);
  }

  private static Failure timeout(Definition definition) {
    return Failure.of(
        Failure.TIMEOUT,
        "The execution took longer than " + definition.timeoutSeconds() + " seconds.");
  }

  private static Transition deliver(Definition definition, Step step, ExecutionEvent event) {
    Frame root = step.execution().root();
    if (root == null || !root.activity().awaits(event.subject())) {
      return Transition.none(step.execution());
    }
    return bounded(
        step, () -> new Walker(step).deliver(definition.chain(), Place.TOP, root, event));
  }

  private static Transition stop(
      Definition definition, Step step, ExecutionStatus status, Failure failure) {
    Frame root = step.execution().root();
    if (root != null) {
      new Walker(step).abandon(definition.chain(), root);
    }
    return step.failed(status, failure);
  }

  private static Transition bounded(Step step, Supplier<Outcome> work) {
    try {
      return switch (work.get()) {
        case Outcome.Running(Frame frame) -> step.running(frame);
        case Outcome.Ended(JsonNode output) -> step.ended(output);
        case Outcome.Failed(Failure failure) -> step.failed(ExecutionStatus.FAILED, failure);
      };
    } catch (Step.Overflow e) {
      return step.failed(
          ExecutionStatus.FAILED,
          Failure.of(
              EvaluationFailure.RUNTIME,
              "The execution reached the maximum number of history events ("
                  + Step.MOST_EVENTS
                  + ")."));
    }
  }
}
