// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.platform.lifecycle.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces a thread of the engine that died, later and later while they keep dying. */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
  private static final Duration CALM = Duration.ofMinutes(2);

  private final Backoff backoff;
  private final Clock clock;
  private final CountDownLatch closed;
  private int failures;
  private Instant last = Instant.EPOCH;

  /**
   * @param closed ends the waiting
   */
  ThreadFailures(Backoff backoff, Clock clock, CountDownLatch closed) {
    this.backoff = backoff;
    this.clock = clock;
    this.closed = closed;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    Duration wait = next();
    LOG.error("a thread of the engine died; another takes over in {}", wait, failure);
    try {
      return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)
          ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
          : StreamThreadExceptionResponse.REPLACE_THREAD;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
  }

  private synchronized Duration next() {
    Instant now = clock.instant();
    failures = last.plus(CALM).isBefore(now) ? 1 : failures + 1;
    last = now;
    return backoff.after(failures);
  }
}
