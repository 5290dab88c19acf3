// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.error.OdometerException;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from Kafka on a thread of its own until closed. A reader that died would be missed by
 * nobody: whatever breaks the reading off, it is begun anew, later and later while it keeps
 * breaking off. Safe for use by many threads.
 */
public final class ReadingThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingThread.class);

  private final String what;
  private final Runnable reading;
  private final Duration closeLimit;
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile Health health;

  /**
   * @param what is read, in words for people
   * @param reading goes on until {@link #isClosing}, and tells meanwhile how it is
   * @param closeLimit how long closing waits for it
   */
  public ReadingThread(String name, String what, Runnable reading, Duration closeLimit) {
    this.what = what;
    this.reading = reading;
    this.closeLimit = closeLimit;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    this.health = Health.notReady(what + ": not read yet");
  }

  public void start() {
    thread.start();
  }

  public Health check() {
    return health;
  }

  /** For the reading alone. */
  public void tell(Health now) {
    health = now;
  }

  public boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void run() {
    for (int failures = 1; !isClosing(); failures++) {
      try {
        reading.run();
      } catch (RuntimeException | Error failure) {
        if (!isClosing()) {
          report(failure);
          failures = health instanceof Health.Ready ? 1 : failures;
          health = Health.notReady("%s: %s".formatted(what, failure.getMessage()));
          pause(backoff.after(failures));
        }
      }
    }
    health = Health.notReady(what + ": not read any more");
  }

  private void report(Throwable failure) {
    if (!(failure instanceof KafkaException) && !(failure instanceof OdometerException)) {
      LOG.error("reading {} failed, trying again", what, failure);
    } else if (health instanceof Health.Ready) {
      LOG.warn("reading {} was interrupted, trying again: {}", what, failure.getMessage());
    }
    LOG.debug("reading {} failed", what, failure);
  }

  private void pause(Duration delay) {
    try {
      // True when closing: the loop sees it.
      boolean over = closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      LOG.trace("paused {}, closing: {}", delay, over);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(closeLimit);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
