// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.orchestrator.project.ProjectEvent;
import io.odometer.orchestrator.project.ProjectFunction;
import io.odometer.orchestrator.project.ProjectState;
import io.odometer.orchestrator.project.ProjectStep;
import io.odometer.orchestrator.project.TimePassed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The shell of {@link ProjectFunction}: a state for each project, its timer, its effects; a {@link
 * ScoringShell} has the files to score.
 */
final class ProjectShell implements RecordWork {
  static final String STORE = "project-states";

  private final ProcessorContext<String, Outgoing> context;
  private final KeyValueStore<String, byte[]> states;
  private final ScoringShell scoring;
  private final Skips skips;
  private final Deadlines deadlines = new Deadlines();
  private final Alarm alarm;

  ProjectShell(ProcessorContext<String, Outgoing> context, Skips skips) {
    this.context = context;
    this.states = context.getStateStore(STORE);
    this.scoring = new ScoringShell(context, skips);
    this.skips = skips;
    this.alarm = new Alarm(context, this::ring);
    try (KeyValueIterator<String, byte[]> all = states.all()) {
      all.forEachRemaining(entry -> deadlines.set(entry.key, dueAt(entry.value)));
    }
    alarm.setFor(deadlines.next());
  }

  @Override
  public void process(Record<String, byte[]> record) {
    ProjectName name;
    ProjectEvent event;
    try {
      name = new ProjectName(record.key());
      event = Objects.requireNonNull(Json.read(record.value(), ProjectEvent.class));
    } catch (RuntimeException malformed) {
      skips.skip(context, "a malformed event of project " + record.key(), malformed);
      return;
    }
    handle(name, event);
    alarm.setFor(deadlines.next());
  }

  private void ring(Instant now) {
    for (String name : deadlines.due(now)) {
      // Forgotten first: a failure must not ring for ever.
      deadlines.set(name, Optional.empty());
      handle(new ProjectName(name), new TimePassed());
    }
    alarm.setFor(deadlines.next());
  }

  private void handle(ProjectName name, ProjectEvent event) {
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    ProjectState before;
    ProjectStep step;
    List<ScoringShell.Change> files;
    try {
      if (scoring.knows(event)) {
        return;
      }
      before = load(name);
      step = ProjectFunction.step(before, event, now);
      files = scoring.changes(before, step.state(), event, now);
    } catch (RuntimeException failure) {
      String kind = event.getClass().getSimpleName();
      skips.skip(context, "%s of project %s".formatted(kind, name), failure);
      Refusals.of(event, failure, now).ifPresent(context::forward);
      return;
    }
    if (!step.state().equals(before)) {
      states.put(name.value(), Json.bytes(step.state()));
    }
    deadlines.set(name.value(), step.state().dueAt());
    step.effects().forEach(effect -> context.forward(ProjectOutputs.of(name, effect, now)));
    scoring.carryOut(name, files, now);
  }

  private ProjectState load(ProjectName name) {
    byte[] stored = states.get(name.value());
    return stored == null ? ProjectState.of(name) : Json.read(stored, ProjectState.class);
  }

  /** An unreadable state rings at once, and is told of then: nothing can be sent while starting. */
  private static Optional<Instant> dueAt(byte[] stored) {
    try {
      return Json.read(stored, ProjectState.class).dueAt();
    } catch (RuntimeException unreadable) {
      return Optional.of(Instant.EPOCH);
    }
  }
}
