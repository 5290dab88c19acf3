// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the watched buckets and reports what is new, changed or gone, for the sake of stores that
 * send no notifications and of notifications that were lost. Any number of them may run at once:
 * saying the same twice starts nothing twice.
 *
 * <p>Rounds are for one thread; {@link #check} is for any.
 */
final class Reconciler {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** How often everything is reported again, in case somebody missed it. */
  private static final Duration REPEAT = Duration.ofMinutes(10);

  private final ObjectStore store;
  private final ReconcilerSettings settings;
  private final ObjectReports reports;
  private final InstantSource clock;
  private final Backoff backoff;

  private boolean bucketsEnsured;
  private Listing known = Listing.NONE;
  private Instant repeatAt = Instant.MIN;
  private int failures;
  private volatile Health health = Health.notReady("the object store has not been listed yet");

  Reconciler(
      ObjectStore store,
      ReconcilerSettings settings,
      ObjectReports reports,
      InstantSource clock,
      RandomGenerator random) {
    this.store = store;
    this.settings = settings;
    this.reports = reports;
    this.clock = clock;
    this.backoff = new Backoff(settings.interval().multipliedBy(2), LONGEST_WAIT, random);
  }

  /** Lists and reports once; never throws. Answers how long to wait before the next round. */
  Duration round() {
    try {
      reconcile();
      succeeded();
    } catch (RuntimeException failure) {
      failed(failure);
    }
    return failures == 0 ? settings.interval() : waitAfterFailure();
  }

  private Duration waitAfterFailure() {
    Duration wait = backoff.after(failures);
    return wait.compareTo(settings.interval()) < 0 ? settings.interval() : wait;
  }

  Health check() {
    return health;
  }

  private void reconcile() {
    ensureBuckets();
    Set<ObjectKey> present = watched(reports.present());
    Instant begun = clock.instant();
    forgetWhenDue(begun);
    Listing listing = Listing.of(store, settings.buckets());
    List<ObjectEvent> news = new ArrayList<>(listing.newsSince(known, begun));
    news.addAll(listing.removedFrom(present, begun));
    if (!news.isEmpty()) {
      reports.report(news);
    }
    // Only now: what was not safely reported is news again in the next round.
    known = listing;
  }

  private void ensureBuckets() {
    if (!bucketsEnsured) {
      Buckets.ALL.forEach(store::ensureBucket);
      bucketsEnsured = true;
    }
  }

  private Set<ObjectKey> watched(Set<ObjectKey> keys) {
    return keys.stream()
        .filter(key -> settings.buckets().contains(key.bucket()))
        .collect(Collectors.toSet());
  }

  private void forgetWhenDue(Instant now) {
    if (!now.isBefore(repeatAt)) {
      known = Listing.NONE;
      repeatAt = now.plus(REPEAT);
    }
  }

  private void succeeded() {
    if (failures > 0) {
      LOG.info("buckets are listed again after {} failures", failures);
    }
    failures = 0;
    health = Health.ready();
  }

  private void failed(RuntimeException failure) {
    String reason = String.valueOf(failure.getMessage());
    if (failures == 0) {
      LOG.warn("buckets cannot be listed, will try again: {}", reason, failure);
    }
    // Somebody may have removed a bucket.
    bucketsEnsured &=
        !(failure instanceof OdometerException named
            && named.error().equals(Errors.STORE_NOT_FOUND));
    failures = Math.min(failures + 1, 1_000);
    health = Health.notReady("buckets cannot be listed: " + reason);
  }
}
