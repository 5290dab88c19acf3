// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.orchestrator.project.ExecutionEnded;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ProjectEffect;
import io.odometer.orchestrator.project.ProjectEvent;
import io.odometer.orchestrator.project.ProjectState;
import io.odometer.orchestrator.project.ScoringFile;
import io.odometer.orchestrator.project.ScoringRequested;
import io.odometer.orchestrator.project.ScoringRules;
import io.odometer.orchestrator.project.ScoringStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The shell of {@link ScoringRules}: a small record for each file to score, since a project's state
 * is written whole with each of its events.
 */
final class ScoringShell {
  static final String STORE = "scoring-files";

  private final ProcessorContext<String, Outgoing> context;
  private final KeyValueStore<String, byte[]> files;
  private final Skips skips;

  /** Paths of the files that executions are about, until they end. */
  private final Map<ExecutionId, String> running = new HashMap<>();

  /**
   * What became of the file at that path.
   *
   * @param before as it is stored
   */
  record Change(String path, ScoringFile before, ScoringStep step) {}

  ScoringShell(ProcessorContext<String, Outgoing> context, Skips skips) {
    this.context = context;
    this.files = context.getStateStore(STORE);
    this.skips = skips;
    try (KeyValueIterator<String, byte[]> all = files.all()) {
      all.forEachRemaining(entry -> find(entry.value).ifPresent(file -> index(entry.key, file)));
    }
  }

  /** Files are reported over and over; most of it is known, and need not touch the project. */
  boolean knows(ProjectEvent event) {
    return event instanceof ObjectEvent object
        && ScoringRules.fileOf(object.key())
            .filter(key -> !load(key.path()).isNews(object))
            .isPresent();
  }

  /** What the event means for files, given what it has made of the project. */
  List<Change> changes(ProjectState before, ProjectState after, ProjectEvent event, Instant now) {
    return switch (event) {
      case ObjectEvent object ->
          ScoringRules.fileOf(object.key()).stream()
              .map(key -> change(after, key, now, (rules, file) -> rules.apply(file, object)))
              .toList();
      case ScoringRequested request ->
          List.of(
              change(
                  after,
                  request.input().key(),
                  now,
                  (rules, file) -> rules.request(file, request)));
      case ExecutionEnded ended -> ended(ended);
      default -> ScoringRules.concerns(before, after) ? reconsidered(after, now) : List.of();
    };
  }

  private Change change(
      ProjectState project,
      ObjectKey key,
      Instant now,
      BiFunction<ScoringRules, ScoringFile, ScoringStep> rule) {
    ScoringRules rules = new ScoringRules(project, key, now);
    ScoringFile file = load(key.path());
    return new Change(key.path(), file, rule.apply(rules, file));
  }

  private List<Change> ended(ExecutionEnded ended) {
    String path = running.remove(ended.execution());
    if (path == null) {
      return List.of();
    }
    ScoringFile file = load(path);
    return List.of(new Change(path, file, new ScoringStep(file.after(ended), List.of())));
  }

  private List<Change> reconsidered(ProjectState project, Instant now) {
    List<Change> changes = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all =
        files.prefixScan(project.name() + "/", new StringSerializer())) {
      all.forEachRemaining(
          entry -> reconsider(project, entry.key, entry.value, now).ifPresent(changes::add));
    }
    return changes;
  }

  /** Most files do not wait. One record that cannot be read keeps no other waiting. */
  private Optional<Change> reconsider(
      ProjectState project, String path, byte[] stored, Instant now) {
    try {
      ScoringFile file = Json.read(stored, ScoringFile.class);
      if (!file.waits()) {
        return Optional.empty();
      }
      ObjectKey key = new ObjectKey(Buckets.SCORING, path);
      ScoringRules rules = new ScoringRules(project, key, now);
      return Optional.of(new Change(path, file, rules.reconsider(file)));
    } catch (RuntimeException unreadable) {
      skips.skip(context, "what is known of scoring/" + path, unreadable);
      return Optional.empty();
    }
  }

  void carryOut(ProjectName name, List<Change> changes, Instant now) {
    for (Change change : changes) {
      keep(change);
      for (ProjectEffect effect : change.step.effects()) {
        context.forward(ProjectOutputs.of(name, effect, now));
      }
    }
  }

  private void keep(Change change) {
    ScoringFile file = change.step.file();
    if (file.isGone()) {
      files.delete(change.path);
    } else if (!file.equals(change.before)) {
      files.put(change.path, Json.bytes(file));
      index(change.path, file);
    }
  }

  private void index(String path, ScoringFile file) {
    file.running().ifPresent(execution -> running.put(execution, path));
  }

  private ScoringFile load(String path) {
    byte[] stored = files.get(path);
    return stored == null ? ScoringFile.UNKNOWN : Json.read(stored, ScoringFile.class);
  }

  /** Nothing can be told while starting: what is unreadable is told of when it is needed. */
  private static Optional<ScoringFile> find(byte[] stored) {
    try {
      return Optional.of(Json.read(stored, ScoringFile.class));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
