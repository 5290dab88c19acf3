// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.task.TaskReport;
import io.odometer.orchestrator.workflow.Activity.Working;
import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import io.odometer.orchestrator.workflow.expression.Scope;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * Task states. The heartbeat's clock runs from the first sign of life: a task that waits in a queue
 * behind others is not lost.
 */
final class Tasks {
  private final Step step;
  private final Walker walker;

  Tasks(Step step, Walker walker) {
    this.step = step;
    this.walker = walker;
  }

  Turn schedule(Station station, State.Task task) {
    String id = step.execution().id() + "-" + step.nextTry();
    Scope raw = station.scope(step.execution(), id);
    Scope selected = raw.withInput(task.flow().selected(raw));
    JsonNode input = task.flow().effective(raw);
    Long timeout = task.timeout().in(selected);
    Working working = new Working(id, null, task.heartbeat().in(selected), null);
    step.happened("TaskScheduled", station.path());
    step.schedule(new Command.ScheduleTask(id, task.resource(), station.path(), input));
    if (timeout != null) {
      step.set(working.timeout(), step.now().plusSeconds(timeout));
    }
    return new Turn.Stays(station.frame().with(working));
  }

  Turn hear(Station station, Working working, ExecutionEvent event) {
    return switch (event) {
      case ExecutionEvent.TaskReported(TaskReport.Heartbeat beat) ->
          alive(station, working, beat.progress());
      case ExecutionEvent.TaskReported(TaskReport.Succeeded done) ->
          succeeded(station, working, done);
      case ExecutionEvent.TaskReported(TaskReport.Failed failed) ->
          failed(station, working, Failure.of(failed.error().value(), failed.cause()));
      case ExecutionEvent.TimerFired fired when fired.timer().equals(working.heartbeat()) ->
          silent(station, working);
      default -> timedOut(station, working, Failure.timeout());
    };
  }

  private Turn alive(Station station, Working working, JsonNode progress) {
    if (working.heardAt() == null) {
      step.happened("TaskStarted", station.path());
      watch(working);
    }
    return new Turn.Stays(station.frame().with(working.heard(step.now(), progress)));
  }

  /** The timer was set when an earlier heartbeat came: there may have been later ones. */
  private Turn silent(Station station, Working working) {
    Instant due = working.silentAt();
    if (due != null && due.isAfter(step.now())) {
      step.set(working.heartbeat(), due);
      return new Turn.Stays(station.frame());
    }
    return timedOut(station, working, Failure.heartbeatTimeout());
  }

  private Turn succeeded(Station station, Working working, TaskReport.Succeeded report) {
    over(station, working);
    try {
      Sizes.check(report.output(), station.frame().state());
    } catch (EvaluationFailure e) {
      Failure failure = station.failure(e);
      step.happened("TaskFailed", station.path(), failure);
      return walker.fail(station, failure);
    }
    step.happened("TaskSucceeded", station.path());
    return walker.leave(station, report.output());
  }

  private Turn failed(Station station, Working working, Failure failure) {
    over(station, working);
    step.happened("TaskFailed", station.path(), failure);
    return walker.fail(station, failure);
  }

  private Turn timedOut(Station station, Working working, Failure failure) {
    over(station, working);
    step.happened("TaskTimedOut", station.path(), failure);
    return walker.fail(station, failure);
  }

  private void over(Station station, Working working) {
    if (working.heardAt() == null) {
      step.happened("TaskStarted", station.path());
    }
    step.cancel(working.timeout());
    step.cancel(working.heartbeat());
  }

  private void watch(Working working) {
    Long seconds = working.heartbeatSeconds();
    if (seconds != null) {
      step.set(working.heartbeat(), step.now().plusSeconds(seconds));
    }
  }
}
