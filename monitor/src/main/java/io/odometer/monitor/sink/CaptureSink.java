// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import io.odometer.core.store.ObjectStore;
import io.odometer.platform.kafka.ReadingThread;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Brings captured requests from Kafka into the bucket, each once, on a thread of its own. Any
 * number of them share the work. While Kafka or the store is away it tries again.
 */
public final class CaptureSink implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final ObjectStore store;
  private final SinkSettings settings;
  private final SinkMetrics metrics;
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault());
  private final ReadingThread thread =
      new ReadingThread("capture-sink", "captured requests", this::follow, CLOSE_LIMIT);

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
    return thread.check();
  }

  /**
   * A new consumer each time: to the group it is another member, and the old one's word is void.
   */
  private void follow() {
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      SinkLoop loop =
          new SinkLoop(consumer, store, settings, metrics, InstantSource.system(), backoff);
      loop.begin();
      while (!thread.isClosing()) {
        loop.step();
        thread.tell(loop.health());
      }
    }
  }

  /** Leaves what is not written yet to the next sink. */
  @Override
  public void close() {
    thread.close();
  }
}
