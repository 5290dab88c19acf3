// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.ErrorName;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.task.TaskReport;
import io.odometer.orchestrator.workflow.Command.ScheduleTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;

/**
 * Takes an execution by the hand: what the shell does, with a clock that is set. Every execution
 * goes through JSON between two steps, and every event is delivered twice.
 */
final class Drive {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Definition definition;
  private final ExecutionId id;
  private final List<ScheduleTask> tasks = new ArrayList<>();
  private final List<HistoryEvent> history = new ArrayList<>();
  private Instant now = START;
  private Execution execution;

  Drive(Definition definition, JsonNode input) {
    this.definition = definition;
    this.id = ExecutionId.of(definition.name(), "test");
    var started =
        new ExecutionEvent.Started(id, "test", definition.name(), new ProjectName("cars"), input);
    keep(Interpreter.step(definition, null, started, now));
    this.execution = stored(Interpreter.step(definition, null, started, now).execution());
    assertFalse(Interpreter.step(definition, execution, started, now).changes(execution));
  }

  Definition definition() {
    return definition;
  }

  Execution execution() {
    return execution;
  }

  List<HistoryEvent> history() {
    return history;
  }

  Instant now() {
    return now;
  }

  List<StateRecord> states() {
    return execution.toRecord(definition).states();
  }

  /** Names of the states entered. */
  List<String> entered() {
    return history.stream()
        .filter(event -> event.type().endsWith("StateEntered"))
        .map(event -> event.path().substring(event.path().lastIndexOf('/') + 1))
        .toList();
  }

  boolean isRunning() {
    return execution.status() == ExecutionStatus.RUNNING;
  }

  /** Tasks handed out and not answered, oldest first. */
  List<ScheduleTask> tasks() {
    return List.copyOf(tasks);
  }

  ScheduleTask task(String state) {
    return tasks.stream()
        .filter(task -> task.state().equals(state))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no task " + state + " in " + tasks));
  }

  Drive succeed(String state, String output) {
    return succeed(task(state), Json.tree(output));
  }

  Drive succeed(ScheduleTask task, JsonNode output) {
    return report(task, new TaskReport.Succeeded(id, task.taskId(), output));
  }

  Drive fail(String state, String error) {
    return fail(task(state), error, error + " in " + state);
  }

  Drive fail(ScheduleTask task, String error, String cause) {
    return report(task, new TaskReport.Failed(id, task.taskId(), new ErrorName(error), cause));
  }

  Drive beat(ScheduleTask task, String progress) {
    return apply(
        new ExecutionEvent.TaskReported(
            new TaskReport.Heartbeat(id, task.taskId(), Json.tree(progress))));
  }

  private Drive report(ScheduleTask task, TaskReport report) {
    tasks.remove(task);
    return apply(new ExecutionEvent.TaskReported(report));
  }

  /** Lets time pass without anything happening. */
  Drive sleep(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Goes to the time of the next timer and fires it. */
  Drive fireNext() {
    Timer next = execution.timers().stream().min(Comparator.comparing(Timer::at)).orElseThrow();
    now = next.at().isAfter(now) ? next.at() : now;
    return fire(next.id());
  }

  Drive fire(String timer) {
    return apply(new ExecutionEvent.TimerFired(id, timer));
  }

  Drive apply(ExecutionEvent event) {
    ExecutionEvent sent = Json.read(Json.text(event), ExecutionEvent.class);
    Transition transition = Interpreter.step(definition, execution, sent, now);
    keep(transition);
    execution = stored(transition.execution());
    if (!(event instanceof ExecutionEvent.TaskReported(TaskReport.Heartbeat _))) {
      Transition again = Interpreter.step(definition, execution, sent, now);
      assertTrue(again.history().isEmpty(), "the same event did something twice: " + event);
    }
    return this;
  }

  private void keep(Transition transition) {
    history.addAll(transition.history());
    for (Command command : transition.commands()) {
      if (command instanceof ScheduleTask task) {
        tasks.add(task);
      }
    }
  }

  private static Execution stored(Execution execution) {
    return Json.read(Json.text(execution), Execution.class);
  }
}
