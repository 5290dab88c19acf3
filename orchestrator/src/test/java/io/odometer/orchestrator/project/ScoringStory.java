// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of one file to score as a test tells it, {@code in/a.csv} of a project unless it says
 * another. The record goes through JSON between two events, as it does in the store.
 */
final class ScoringStory {
  static final ObjectKey KEY = ScoringObjects.input(ProjectStory.NAME, "a.csv");

  private final ObjectKey key;
  private final ObjectKey settings;
  private final ProjectStory project = new ProjectStory();
  private final List<ProjectEffect> effects = new ArrayList<>();
  private ScoringFile file = ScoringFile.UNKNOWN;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  ScoringStory() {
    this(KEY);
  }

  ScoringStory(ObjectKey key) {
    this.key = key;
    this.settings = ScoringObjects.job(key);
  }

  ScoringStory created() {
    return projectMoves(project::created);
  }

  /** The settings of the project change. */
  ScoringStory scoredBy(ScoringSettings scoring) {
    return projectMoves(() -> project.scoredBy(scoring));
  }

  /** A version of the linear model becomes champion. */
  ScoringStory crowned(String version) {
    long expected = project.state().registry().version();
    return projectMoves(
        () ->
            project.deploys(
                new ExecutionId("training-" + version),
                expected,
                ProjectStory.model(Algorithm.LINEAR, version, Gate.ACCEPTED, 5)));
  }

  private ScoringStory projectMoves(Runnable move) {
    ProjectState before = project.state();
    move.run();
    return ScoringRules.concerns(before, project.state()) ? keep(rules().reconsider(file)) : this;
  }

  ScoringStory seen(String etag) {
    return tell(new ObjectSeen(key, etag, 10, now));
  }

  ScoringStory job(String etag) {
    return tell(new ObjectSeen(settings, etag, 2, now));
  }

  ScoringStory removed() {
    return tell(new ObjectRemoved(key, now));
  }

  ScoringStory jobRemoved() {
    return tell(new ObjectRemoved(settings, now));
  }

  ScoringStory tell(ObjectEvent event) {
    return keep(rules().apply(file, event));
  }

  /** Asks for what lies there now. */
  ScoringStory asked(String etag, @Nullable String job, boolean again) {
    ObjectEvent beside =
        job == null ? new ObjectRemoved(settings, now) : new ObjectSeen(settings, job, 2, now);
    ScoringRequested request =
        new ScoringRequested("request", new ObjectSeen(key, etag, 10, now), beside, again, null);
    ProjectEvent read = Json.read(Json.bytes(request), ProjectEvent.class);
    return keep(rules().request(file, (ScoringRequested) read));
  }

  ScoringStory ended(ExecutionStatus status) {
    return ended(started().getLast().id(), status);
  }

  ScoringStory ended(ExecutionId id, ExecutionStatus status) {
    return keep(ScoringStep.of(file.after(new ExecutionEnded(id, status, null))));
  }

  ScoringStory later() {
    now = now.plus(Duration.ofMinutes(1));
    return this;
  }

  private ScoringRules rules() {
    return new ScoringRules(project.state(), key, now);
  }

  private ScoringStory keep(ScoringStep step) {
    file = Json.read(Json.bytes(step.file()), ScoringFile.class);
    effects.addAll(step.effects());
    return this;
  }

  ScoringFile file() {
    return file;
  }

  List<ProjectEffect.StartExecution> started() {
    return only(ProjectEffect.StartExecution.class);
  }

  /** Versions of the file that executions were started on. */
  List<String> scored() {
    return started().stream()
        .map(start -> start.input().path("object").path("etag").stringValue())
        .toList();
  }

  List<ExecutionRecord> announced() {
    return only(ProjectEffect.AnnounceExecution.class).stream()
        .map(ProjectEffect.AnnounceExecution::execution)
        .toList();
  }

  List<ExecutionRecord> abandoned() {
    return only(ProjectEffect.AbandonExecution.class).stream()
        .map(ProjectEffect.AbandonExecution::execution)
        .toList();
  }

  List<SystemEvent> events() {
    return only(ProjectEffect.Publish.class).stream().map(ProjectEffect.Publish::event).toList();
  }

  ControlReply reply() {
    return only(ProjectEffect.AnswerRequest.class).getLast().reply();
  }

  /** The execution that the newest order was answered with. */
  ExecutionId promised() {
    return ((ControlReply.ScoringPromised) reply()).execution();
  }

  private <T extends ProjectEffect> List<T> only(Class<T> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
