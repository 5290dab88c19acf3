// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one step has done so far; lives within one call of the interpreter. */
final class Step {
  /** As in Step Functions: an execution with a longer history fails, and so no loop is endless. */
  static final int MOST_EVENTS = 25_000;

  private static final int MOST_VISITS = 500;

  private final Execution before;
  private final Instant now;
  private final List<Command> commands = new ArrayList<>();
  private final List<HistoryEvent> history = new ArrayList<>();
  private final List<Visit> visited;
  private final Map<String, Instant> timers = new LinkedHashMap<>();
  private long events;
  private long tries;

  Step(Execution before, Instant now) {
    this.before = before;
    this.now = now;
    this.visited = new ArrayList<>(before.visited());
    this.events = before.events();
    this.tries = before.tries();
    before.timers().forEach(timer -> timers.put(timer.id(), timer.at()));
  }

  /** The history has grown too long. */
  static final class Overflow extends RuntimeException {
    Overflow() {
      super("the history is full", null, false, false);
    }
  }

  Instant now() {
    return now;
  }

  Execution execution() {
    return before;
  }

  long happened(String type, String path) {
    return happened(type, path, null);
  }

  long happened(String type, String path, @Nullable Failure failure) {
    if (events >= MOST_EVENTS && !type.startsWith("Execution")) {
      throw new Overflow();
    }
    events++;
    String error = failure == null ? null : failure.error();
    String cause = failure == null ? null : failure.cause();
    history.add(new HistoryEvent(events, type, path, now, error, cause));
    return events;
  }

  /** A number that no other try or timer of the execution has. */
  long nextTry() {
    return ++tries;
  }

  void schedule(Command.ScheduleTask task) {
    commands.add(task);
  }

  void set(String timer, Instant at) {
    timers.put(timer, at);
    commands.add(new Command.SetTimer(timer, at));
  }

  void cancel(String timer) {
    if (timers.remove(timer) != null) {
      commands.add(new Command.CancelTimer(timer));
    }
  }

  /** When the timer is due; null if nobody waits for it. */
  @Nullable Instant timer(String timer) {
    return timers.get(timer);
  }

  /** The timer has fired: nobody need cancel it. */
  void fired(String timer) {
    timers.remove(timer);
  }

  void cancelAll() {
    List.copyOf(timers.keySet()).forEach(this::cancel);
  }

  void left(Station station, ExecutionStatus status, @Nullable Failure failure) {
    StateRecord record =
        StateRecords.of(station.state(), station.frame(), station.place(), status, now, failure);
    visited.add(new Visit(station.frame().entered(), record));
    if (visited.size() > MOST_VISITS) {
      visited.removeFirst();
    }
  }

  Transition running(Frame root) {
    return end(before.status(), root, null, null);
  }

  Transition ended(JsonNode output) {
    happened("ExecutionSucceeded", "");
    return end(ExecutionStatus.SUCCEEDED, null, output, null);
  }

  Transition failed(ExecutionStatus status, Failure failure) {
    String type =
        switch (status) {
          case TIMED_OUT -> "ExecutionTimedOut";
          case ABORTED -> "ExecutionAborted";
          default -> "ExecutionFailed";
        };
    happened(type, "", failure);
    return end(status, null, null, failure);
  }

  private Transition end(
      ExecutionStatus status,
      @Nullable Frame root,
      @Nullable JsonNode output,
      @Nullable Failure failure) {
    if (status.isFinal()) {
      cancelAll();
    }
    Execution after =
        new Execution(
            before.id(),
            before.name(),
            before.workflow(),
            before.project(),
            before.input(),
            status,
            before.startedAt(),
            status.isFinal() ? now : null,
            output,
            failure == null ? null : failure.error(),
            failure == null ? null : failure.cause(),
            events,
            tries,
            root,
            visited,
            timers.entrySet().stream().map(e -> new Timer(e.getKey(), e.getValue())).toList());
    return new Transition(after, commands, history);
  }
}
