// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.scoring.ScoringFormat;
import io.odometer.core.scoring.ScoringKey;
import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a file is scored. A version that was started is never started again by itself, whatever
 * champions come later; settings that come or change start it again, since it may have been scored
 * without them.
 *
 * @param project as it is after the event
 * @param key where the file lies
 */
public record ScoringRules(ProjectState project, ObjectKey key, Instant now) {
  /** The file that an object is, or is settings for; nothing for any other object. */
  public static Optional<ObjectKey> fileOf(ObjectKey object) {
    return switch (ScoringKey.of(object)) {
      case ScoringKey.Input input -> Optional.of(input.key());
      case ScoringKey.Job job -> Optional.of(job.input());
      case ScoringKey.Useless _, ScoringKey.Elsewhere _ -> Optional.empty();
    };
  }

  /** Whether files that wait can go on, or wait for something else: see {@link #reconsider}. */
  public static boolean concerns(ProjectState before, ProjectState after) {
    return (before.settings() == null) != (after.settings() == null)
        || (before.registry().serving() == null) != (after.registry().serving() == null);
  }

  public ScoringStep apply(ScoringFile file, ObjectEvent event) {
    if (!file.isNews(event)) {
      return ScoringStep.of(file);
    }
    ScoringFile next = file.after(event);
    return switch (event) {
      case ObjectSeen seen when ScoringFile.isJob(seen) ->
          next.input() == null || next.waits() ? ScoringStep.of(next) : proceed(next, false);
      case ObjectSeen _ -> proceed(next, false);
      case ObjectRemoved removed when ScoringFile.isJob(removed) -> ScoringStep.of(next);
      case ObjectRemoved _ -> abandon(file, next);
    };
  }

  /** The project was created, or has a champion now. */
  public ScoringStep reconsider(ScoringFile file) {
    return file.waits() ? proceed(file, false) : ScoringStep.of(file);
  }

  public ScoringStep request(ScoringFile file, ScoringRequested request) {
    if (project.settings() == null) {
      return ScoringStep.of(file, refusal(request));
    }
    ScoringFile known = file.after(request.input()).after(request.job());
    ScoringFile.Run run = known.run();
    Endpoint endpoint = project.registry().serving();
    if (run != null
        && endpoint != null
        && run.holdsFor(subject(known, endpoint))
        && holds(run, request)) {
      return ScoringStep.of(known, answer(request, run, true));
    }
    ScoringStep step = proceed(known, request.again());
    return step.then(answer(request, Objects.requireNonNull(step.file().run()), false));
  }

  /** What a list names may have changed since it was done. */
  private boolean holds(ScoringFile.Run run, ScoringRequested request) {
    boolean done = run.status().isFinal();
    return !request.again() && !(done && (isList() || run.id().equals(request.forgotten())));
  }

  private boolean isList() {
    return ScoringFormat.of(key.path()).filter(ScoringFormat.MANIFEST::equals).isPresent();
  }

  private ScoringStep proceed(ScoringFile file, boolean again) {
    ScoringFile.Version input = Objects.requireNonNull(file.input());
    Project settings = project.settings();
    if (settings == null) {
      return ScoringStep.of(
          file, ScoringHappenings.unclaimed(project.name(), input.seen(key), now));
    }
    Endpoint endpoint = project.registry().serving();
    String subject = subject(file, endpoint);
    ScoringFile.Run named = named(file, input, subject);
    if (endpoint == null) {
      return ScoringStep.of(
          file.with(named),
          new ScoringExecution(settings, key, input, named).announcement(),
          ScoringHappenings.waiting(project.name(), input.seen(key), now));
    }
    ScoringFile.Run started = named.started(subject);
    return ScoringStep.of(
        file.with(started),
        new ScoringExecution(settings, key, input, started).start(endpoint, again));
  }

  /** The execution that was announced, or a new one. */
  private ScoringFile.Run named(ScoringFile file, ScoringFile.Version input, String subject) {
    ScoringFile.Run run = file.run();
    if (run != null && run.waits()) {
      return run;
    }
    // A file that went and came again is another, though all else be equal.
    String digest =
        TrainingObjects.digest(String.join("\n", key.path(), subject, input.at().toString()));
    String name = "%s-score-%s-%d".formatted(project.name(), digest, file.runs() + 1);
    return new ScoringFile.Run(name, now, null, ExecutionStatus.RUNNING);
  }

  private ScoringStep abandon(ScoringFile file, ScoringFile next) {
    ScoringFile.Version input = file.input();
    ScoringFile.Run run = file.run();
    Project settings = project.settings();
    return input == null || run == null || settings == null || !run.waits()
        ? ScoringStep.of(next)
        : ScoringStep.of(next, new ScoringExecution(settings, key, input, run).abandonment(now));
  }

  /**
   * What decides the output: the file, its settings over those of a project that exists, the
   * versions that score it, their rule.
   */
  private String subject(ScoringFile file, @Nullable Endpoint endpoint) {
    Project settings = Objects.requireNonNull(project.settings());
    ScoringFile.Version input = Objects.requireNonNull(file.input());
    ScoringFile.Version job = file.job();
    return TrainingObjects.digest(
        String.join(
            "\n",
            input.etag(),
            job == null ? "" : job.etag(),
            Json.text(settings.scoring()),
            endpoint == null ? "" : Json.text(endpoint.members()) + Json.text(endpoint.rule())));
  }

  private static ProjectEffect answer(
      ScoringRequested request, ScoringFile.Run run, boolean known) {
    return new ProjectEffect.AnswerRequest(
        new ControlReply.ScoringPromised(request.requestId(), run.id(), known));
  }

  private ProjectEffect refusal(ScoringRequested request) {
    return new ProjectEffect.AnswerRequest(
        new ControlReply.Refused(
            request.requestId(), Errors.PROJECT_UNKNOWN, "there is no project " + project.name()));
  }
}
