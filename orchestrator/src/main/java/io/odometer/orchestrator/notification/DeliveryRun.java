// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.platform.lifecycle.Backoff;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one delivery to its end: sent, or kept as a dead letter. Safe for use by many threads.
 */
record DeliveryRun(
    Courier courier,
    DeadLetters dead,
    NotificationMetrics metrics,
    Backoff backoff,
    Duration patience) {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryRun.class);

  /** Tries until it is sent, refused, or the patience is over. */
  void carryOut(Delivery delivery, Lane lane) throws InterruptedException {
    long began = System.nanoTime();
    for (int tries = 1; ; tries++) {
      Attempt attempt = attempt(delivery);
      lane.tried(attempt instanceof Attempt.Failed);
      switch (attempt) {
        case Attempt.Sent _ -> {
          end(delivery, "sent");
          return;
        }
        case Attempt.Skipped _ -> {
          end(delivery, "skipped");
          return;
        }
        case Attempt.Refused(String reason) -> {
          metrics.count(delivery, "failed");
          bury(delivery, tries, reason);
          return;
        }
        case Attempt.Failed failed -> {
          metrics.count(delivery, "failed");
          Duration wait = pause(failed, tries);
          if (isOver(began, wait)) {
            bury(delivery, tries, failed.reason());
            return;
          }
          LOG.debug("{} failed, again in {}: {}", delivery.channel(), wait, failed.reason());
          Thread.sleep(wait);
        }
      }
    }
  }

  /** A courier that breaks is tried again, too, and ends as a dead letter. */
  private Attempt attempt(Delivery delivery) throws InterruptedException {
    try {
      return courier.attempt(delivery);
    } catch (RuntimeException broken) {
      LOG.error("{} of {} broke", delivery.channel(), delivery.event().id(), broken);
      return new Attempt.Failed(broken.toString());
    }
  }

  /** Not before the receiver wants it; how long that may be, the patience says. */
  private Duration pause(Attempt.Failed failed, int tries) {
    Duration ours = backoff.after(tries);
    return failed.pause().filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
  }

  private boolean isOver(long began, Duration wait) {
    return Duration.ofNanos(System.nanoTime() - began).plus(wait).compareTo(patience) > 0;
  }

  private void end(Delivery delivery, String outcome) {
    metrics.count(delivery, outcome);
    LOG.info("{}, {}: {}", delivery.channel(), outcome, delivery.event().id());
  }

  /** However long the broker is away: what is neither sent nor kept would be lost. */
  void bury(Delivery delivery, int tries, String reason) throws InterruptedException {
    for (int failures = 1; !isBuried(delivery, tries, reason); failures++) {
      Thread.sleep(backoff.after(failures));
    }
    metrics.count(delivery, "dead");
  }

  private boolean isBuried(Delivery delivery, int tries, String reason) {
    try {
      dead.bury(delivery, tries, reason);
      return true;
    } catch (OdometerException failure) {
      if (failure.error().equals(Errors.KAFKA_UNAVAILABLE)) {
        return false;
      }
      LOG.error("{} of {} is lost", delivery.channel(), delivery.event().id(), failure);
      return true;
    }
  }
}
