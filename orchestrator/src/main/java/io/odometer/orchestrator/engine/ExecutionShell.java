// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.json.Json;
import io.odometer.core.message.Topics;
import io.odometer.core.task.TaskReport;
import io.odometer.orchestrator.project.ExecutionEnded;
import io.odometer.orchestrator.workflow.Execution;
import io.odometer.orchestrator.workflow.ExecutionEvent;
import io.odometer.orchestrator.workflow.Timer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The shell of the workflow function: running executions, their timers, and what their steps send
 * out. An execution that has ended leaves the store.
 */
final class ExecutionShell implements RecordWork {
  static final String STORE = "running-executions";

  private final ProcessorContext<String, Outgoing> context;
  private final KeyValueStore<String, byte[]> running;
  private final FinishedExecutions finished;
  private final Stepper stepper;
  private final Skips skips;
  private final ExecutionOutputs outputs;
  private final Deadlines deadlines = new Deadlines();
  private final Alarm alarm;

  ExecutionShell(ProcessorContext<String, Outgoing> context, Workflows workflows, Skips skips) {
    this.context = context;
    this.running = context.getStateStore(STORE);
    this.finished = new FinishedExecutions(context.getStateStore(FinishedExecutions.STORE));
    this.stepper = new Stepper(workflows);
    this.skips = skips;
    this.outputs = new ExecutionOutputs(context, workflows.services());
    this.alarm = new Alarm(context, this::ring);
    try (KeyValueIterator<String, byte[]> all = running.all()) {
      all.forEachRemaining(entry -> deadlines.set(entry.key, dueAt(entry.value)));
    }
    alarm.setFor(deadlines.next());
  }

  @Override
  public void process(Record<String, byte[]> record) {
    ExecutionEvent event;
    try {
      event = read(record.value());
    } catch (RuntimeException malformed) {
      skips.skip(context, "a malformed event of execution " + record.key(), malformed);
      return;
    }
    handle(event);
    alarm.setFor(deadlines.next());
  }

  private ExecutionEvent read(byte[] value) {
    String topic = context.recordMetadata().orElseThrow().topic();
    return topic.equals(Topics.TASK_RESULTS.name())
        ? new ExecutionEvent.TaskReported(
            Objects.requireNonNull(Json.read(value, TaskReport.class)))
        : Objects.requireNonNull(Json.read(value, ExecutionEvent.class));
  }

  private void ring(Instant now) {
    for (String id : deadlines.due(now)) {
      // Forgotten first: a failure must not ring for ever.
      deadlines.set(id, Optional.empty());
      fire(new ExecutionId(id), now);
    }
    alarm.setFor(deadlines.next());
  }

  /** One step can fire one timer only; what it leaves is due again. */
  private void fire(ExecutionId id, Instant now) {
    byte[] stored = running.get(id.value());
    if (stored != null) {
      timers(stored).stream()
          .filter(timer -> !timer.at().isAfter(now))
          .forEach(timer -> handle(new ExecutionEvent.TimerFired(id, timer.id())));
    }
  }

  private void handle(ExecutionEvent event) {
    byte[] stored = running.get(event.execution().value());
    if (stored != null) {
      carryOut(stepper.step(stored, event, now()));
    } else if (event instanceof ExecutionEvent.Started started) {
      start(started);
    } else if (event instanceof ExecutionEvent.Abandoned(ExecutionRecord shown)) {
      end(shown);
    }
  }

  /** Whoever starts an execution again that has ended is told once more how it ended. */
  private void start(ExecutionEvent.Started started) {
    Optional<ExecutionEnded> ended = finished.find(started.execution());
    if (ended.isPresent()) {
      outputs.tellProject(started.project(), ended.get(), now());
    } else {
      carryOut(stepper.start(started, now()));
    }
  }

  private void carryOut(Outcome outcome) {
    switch (outcome) {
      case Outcome.Unchanged unchanged -> {
        // An event that no longer matters.
      }
      case Outcome.Stepped stepped -> {
        outputs.send(stepped, now());
        if (stepped.shown().status().isFinal()) {
          finish(stepped.shown());
        } else {
          keep(stepped);
        }
      }
      case Outcome.Wrecked wrecked -> end(wrecked.shown());
    }
  }

  private void end(ExecutionRecord shown) {
    outputs.show(shown, false, now());
    finish(shown);
  }

  private void keep(Outcome.Stepped stepped) {
    String id = stepped.execution().id().value();
    running.put(id, stepped.stored());
    deadlines.set(id, earliest(stepped.execution().timers()));
  }

  private void finish(ExecutionRecord shown) {
    running.delete(shown.id().value());
    deadlines.set(shown.id().value(), Optional.empty());
    ExecutionEnded ended = new ExecutionEnded(shown.id(), shown.status(), shown.error());
    outputs.tellProject(shown.project(), ended, now());
    finished.add(ended, now()).forEach(forgotten -> outputs.forget(forgotten, now()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  private static Optional<Instant> dueAt(byte[] stored) {
    return earliest(timers(stored));
  }

  /** Something unreadable is due at once, so that the step finds out. */
  private static List<Timer> timers(byte[] stored) {
    try {
      return Json.read(stored, Execution.class).timers();
    } catch (RuntimeException unreadable) {
      return List.of(new Timer("unreadable", Instant.EPOCH));
    }
  }

  private static Optional<Instant> earliest(List<Timer> timers) {
    return timers.stream().map(Timer::at).min(Comparator.naturalOrder());
  }
}
