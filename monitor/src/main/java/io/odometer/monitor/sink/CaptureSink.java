// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectStore;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings captured requests from Kafka into the bucket, each once, on a thread of its own. Any
 * number of them share the work. While Kafka or the store is away it tries again.
 */
public final class CaptureSink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureSink.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final ObjectStore store;
  private final SinkSettings settings;
  private final SinkMetrics metrics;
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("capture-sink").unstarted(this::run);
  private volatile Health health = Health.notReady("captured requests have not been read yet");

  /**
   * @param consumers opens another member of the group, as {@link SinkConsumer#open} does; whoever
   *     gets one closes it
   */
  public CaptureSink(
      Supplier<Consumer<String, byte[]>> consumers,
      ObjectStore store,
      SinkSettings settings,
      PrometheusRegistry registry) {
    this.consumers = consumers;
    this.store = store;
    this.settings = settings;
    this.metrics = new SinkMetrics(registry);
  }

  /** Returns at once. */
  public void start() {
    thread.start();
  }

  /** Ready when what is captured now gets into the bucket. */
  public Health check() {
    return health;
  }

  private void run() {
    for (int failures = 1; !isClosing(); failures++) {
      try {
        follow();
      } catch (RuntimeException | Error failure) {
        // A sink that died would be missed by nobody: whatever happens, it goes on.
        if (!isClosing()) {
          report(failure);
          failures = health instanceof Health.Ready ? 1 : failures;
          health = Health.notReady("captured requests are not read: " + failure.getMessage());
          pause(backoff.after(failures));
        }
      }
    }
    health = Health.notReady("captured requests are not read any more");
  }

  /**
   * A new consumer each time: to the group it is another member, and the old one's word is void.
   */
  private void follow() {
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      SinkLoop loop =
          new SinkLoop(consumer, store, settings, metrics, InstantSource.system(), backoff);
      loop.begin();
      while (!isClosing()) {
        loop.step();
        health = loop.health();
      }
    }
  }

  private void report(Throwable failure) {
    if (!(failure instanceof KafkaException) && !(failure instanceof OdometerException)) {
      LOG.error("bringing captured requests into the bucket failed, trying again", failure);
    } else if (health instanceof Health.Ready) {
      LOG.warn("reading captured requests was interrupted, trying again: {}", failure.getMessage());
    }
    LOG.debug("reading captured requests failed", failure);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause(Duration delay) {
    try {
      boolean over = closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      LOG.trace("paused {}, closing: {}", delay, over);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leaves what is not written yet to the next sink. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(CLOSE_LIMIT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
