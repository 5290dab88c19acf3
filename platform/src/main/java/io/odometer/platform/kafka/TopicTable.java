// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.message.Topic;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * A compacted topic as a map, followed from its beginning on a thread of its own; what is known
 * stays readable while the broker is away. Reads committed. Safe for use by many threads.
 */
public final class TopicTable<T> implements AutoCloseable {
  private final Topic<T> topic;
  private final Map<String, T> values = new ConcurrentHashMap<>();
  private final List<BiConsumer<String, Optional<T>>> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final TopicReader<T> reader;

  public TopicTable(KafkaSettings settings, Topic<T> topic, String clientId) {
    this.topic = topic;
    this.reader =
        new TopicReader<>(settings, topic, clientId, TopicReader.Start.BEGINNING, new Applier());
  }

  private final class Applier implements TopicReader.Listener<T> {
    @Override
    public void read(String key, Optional<T> value) {
      value.ifPresentOrElse(known -> values.put(key, known), () -> values.remove(key));
      listeners.forEach(listener -> listener.accept(key, value));
    }

    @Override
    public void caughtUp() {
      caughtUp.countDown();
    }
  }

  /**
   * Is told of every change after the map has it, in order per key, on the table's thread; empty
   * when a key was deleted. Add before start.
   */
  public void onChange(BiConsumer<String, Optional<T>> listener) {
    listeners.add(listener);
  }

  /** Returns at once; the topic is made if need be. */
  public void start() {
    reader.start();
  }

  public Optional<T> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** All of it, live and read-only. */
  public Map<String, T> view() {
    return Collections.unmodifiableMap(values);
  }

  /** True once everything that was there at the start has been read. */
  public boolean caughtUp() {
    return caughtUp.getCount() == 0;
  }

  /** Waits for {@link #caughtUp}; false when the time is over. */
  public boolean awaitCaughtUp(Duration limit) {
    try {
      return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Not ready until caught up, and while the broker does not answer. */
  public Health check() {
    Health reading = reader.check();
    return reading instanceof Health.Ready && !caughtUp()
        ? Health.notReady("topic %s is still being read".formatted(topic.name()))
        : reading;
  }

  @Override
  public void close() {
    reader.close();
  }
}
