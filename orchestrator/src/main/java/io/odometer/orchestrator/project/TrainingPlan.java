// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which training runs and which is to come: one at a time, and at most one waits.
 *
 * @param count how many were named so far
 * @param trained fingerprint of the objects of the last one that was started
 * @param changedAt when an object last changed that no training has taken up
 * @param promised somebody asked for it and knows its id; it starts when nothing runs
 * @param running started and not known to have ended
 */
record TrainingPlan(
    long count,
    @Nullable String trained,
    @Nullable Instant changedAt,
    @Nullable Name promised,
    @Nullable ExecutionId running) {
  static final String WORKFLOW = "training";
  static final TrainingPlan EMPTY = new TrainingPlan(0, null, null, null, null);

  /** The name of a training and what follows from it. */
  record Name(String value) {
    ExecutionId id() {
      return ExecutionId.of(WORKFLOW, value);
    }
  }

  boolean idle() {
    return running == null;
  }

  TrainingPlan changed(Instant now) {
    return new TrainingPlan(count, trained, now, promised, running);
  }

  TrainingPlan unchanged() {
    return new TrainingPlan(count, trained, null, promised, running);
  }

  TrainingPlan promise(Name name) {
    return new TrainingPlan(count + 1, trained, changedAt, name, running);
  }

  /** Takes up everything that waited. */
  TrainingPlan started(Name name, String fingerprint) {
    long named = name.equals(promised) ? count : count + 1;
    return new TrainingPlan(named, fingerprint, null, null, name.id());
  }

  TrainingPlan ended() {
    return new TrainingPlan(count, trained, changedAt, promised, null);
  }
}
