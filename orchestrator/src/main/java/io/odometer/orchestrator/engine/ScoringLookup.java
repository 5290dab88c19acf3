// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import io.odometer.orchestrator.project.ScoringRequested;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Finds in the store what an order to score is about. */
record ScoringLookup(ObjectStore store, Clock clock) {
  /**
   * The order that has that request's id.
   *
   * @throws OdometerException {@code Store.NotFound} if there is no such file
   */
  ScoringRequested order(
      String requestId, ObjectKey input, boolean again, Optional<ExecutionId> forgotten) {
    Instant now = clock.instant();
    ObjectSeen seen =
        find(input, now)
            .orElseThrow(
                () -> new OdometerException(Errors.STORE_NOT_FOUND, "there is no object " + input));
    ObjectKey settings = ScoringObjects.job(input);
    ObjectEvent job =
        find(settings, now)
            .<ObjectEvent>map(found -> found)
            .orElseGet(() -> new ObjectRemoved(settings, now));
    return new ScoringRequested(requestId, seen, job, again, forgotten.orElse(null));
  }

  private Optional<ObjectSeen> find(ObjectKey key, Instant now) {
    return store.find(key).map(found -> new ObjectSeen(key, found.etag(), found.size(), now));
  }
}
