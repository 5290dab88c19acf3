// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.monitoring.WindowOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which run of the monitor is under way and which are to come: one at a time.
 *
 * @param count how many were asked for so far
 * @param since fires of the schedule up to then are settled; absent until there is a champion
 * @param asked runs that somebody asked for and that wait, first come first
 * @param running started and not known to have ended
 * @param told the drift that was reported last
 * @param retraining the training that drift started last
 */
record MonitoringPlan(
    long count,
    @Nullable Instant since,
    List<Asked> asked,
    @Nullable ExecutionId running,
    @Nullable Told told,
    @Nullable Retraining retraining) {
  static final String WORKFLOW = "monitoring";
  static final MonitoringPlan EMPTY = new MonitoringPlan(0, null, List.of(), null, null, null);

  /** So many may wait. */
  static final int MOST_WAITING = 10;

  /** A run that somebody asked for and knows the id of. */
  record Asked(String name, WindowOrder window, Instant at) {
    ExecutionId id() {
      return ExecutionId.of(WORKFLOW, name);
    }
  }

  /** What was done about the drift that an execution found. */
  record Told(ExecutionId execution, DriftAnswer answer) {}

  /**
   * A training.
   *
   * @param beganAt absent while it waits for the one before it
   */
  record Retraining(ExecutionId id, @Nullable Instant beganAt) {
    boolean waits() {
      return beganAt == null;
    }

    boolean beganWithin(Duration pause, Instant now) {
      return beganAt != null && now.isBefore(beganAt.plus(pause));
    }
  }

  MonitoringPlan {
    asked = List.copyOf(Objects.requireNonNullElse(asked, List.of()));
  }

  boolean idle() {
    return running == null;
  }

  boolean isFull() {
    return asked.size() >= MOST_WAITING;
  }

  MonitoringPlan settledUntil(Instant time) {
    return new MonitoringPlan(count, time, asked, running, told, retraining);
  }

  MonitoringPlan asked(Asked last) {
    List<Asked> waiting = new ArrayList<>(asked);
    waiting.add(last);
    return new MonitoringPlan(count + 1, since, waiting, running, told, retraining);
  }

  /** The first of those that were asked for. */
  MonitoringPlan startedFirst() {
    List<Asked> rest = asked.subList(1, asked.size());
    return new MonitoringPlan(count, since, rest, asked.getFirst().id(), told, retraining);
  }

  /** All fires until then are settled by one run. */
  MonitoringPlan fired(Instant at, ExecutionId execution) {
    return new MonitoringPlan(count, at, asked, execution, told, retraining);
  }

  MonitoringPlan ended() {
    return new MonitoringPlan(count, since, asked, null, told, retraining);
  }

  MonitoringPlan told(Told last) {
    return new MonitoringPlan(count, since, asked, running, last, retraining);
  }

  MonitoringPlan retraining(Retraining last) {
    return new MonitoringPlan(count, since, asked, running, told, last);
  }
}
