// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.scoring.ScoringKey;
import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one file to score; stored as JSON between two events, apart from the project,
 * because there may be very many.
 *
 * @param input what lies there; absent while only settings for it do
 * @param job the settings beside it
 * @param run the newest execution about it; absent while no project claims it
 * @param runs how many were named so far
 */
public record ScoringFile(
    @Nullable Version input, @Nullable Version job, @Nullable Run run, long runs) {
  /** Nothing. */
  public static final ScoringFile UNKNOWN = new ScoringFile(null, null, null, 0);

  /** What a key holds since when. */
  public record Version(String etag, long size, Instant at) {
    ObjectSeen seen(ObjectKey key) {
      return new ObjectSeen(key, etag, size, at);
    }
  }

  /**
   * An execution.
   *
   * @param at when it was named
   * @param subject digest of what it was started for; absent while it waits for a champion
   */
  public record Run(String name, Instant at, @Nullable String subject, ExecutionStatus status) {
    public ExecutionId id() {
      return ExecutionId.of(ScoringExecution.WORKFLOW, name);
    }

    boolean waits() {
      return subject == null;
    }

    Run started(String forWhat) {
      return new Run(name, at, forWhat, ExecutionStatus.RUNNING);
    }

    /** It did, or is about to do, what another for the same subject would. */
    boolean holdsFor(String wanted) {
      return wanted.equals(subject)
          && (status == ExecutionStatus.RUNNING || status == ExecutionStatus.SUCCEEDED);
    }
  }

  /** Nothing lies there: the file can be forgotten. */
  public boolean isGone() {
    return input == null && job == null;
  }

  /** Would the event change what is known, or does it tell nothing new or something stale? */
  public boolean isNews(ObjectEvent event) {
    Version known = isJob(event) ? job : input;
    return switch (event) {
      case ObjectSeen seen ->
          known == null || (!known.etag.equals(seen.etag()) && !seen.at().isBefore(known.at));
      case ObjectRemoved removed -> known != null && !removed.at().isBefore(known.at);
    };
  }

  ScoringFile after(ObjectEvent event) {
    if (!isNews(event)) {
      return this;
    }
    Version version =
        event instanceof ObjectSeen seen ? new Version(seen.etag(), seen.size(), seen.at()) : null;
    return isJob(event)
        ? new ScoringFile(input, version, run, runs)
        : new ScoringFile(version, job, version == null ? null : run, runs);
  }

  static boolean isJob(ObjectEvent event) {
    return ScoringKey.of(event.key()) instanceof ScoringKey.Job;
  }

  /** For its project, or for a champion. */
  public boolean waits() {
    return input != null && (run == null || run.waits());
  }

  /** The execution that was started and is not known to have ended. */
  public Optional<ExecutionId> running() {
    return run == null || run.waits() || run.status.isFinal()
        ? Optional.empty()
        : Optional.of(run.id());
  }

  /** Goes on with the execution that was named before, or one of a new name. */
  ScoringFile with(Run next) {
    boolean named = run != null && run.name.equals(next.name);
    return new ScoringFile(input, job, next, named ? runs : runs + 1);
  }

  /** Notes how the execution ended, if it is the newest. */
  public ScoringFile after(ExecutionEnded ended) {
    return run == null || !run.id().equals(ended.execution())
        ? this
        : with(new Run(run.name, run.at, run.subject, ended.status()));
  }
}
