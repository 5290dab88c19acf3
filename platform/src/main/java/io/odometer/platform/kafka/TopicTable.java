// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.message.Topic;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A compacted topic as a map, followed from its beginning on a thread of its own; what is known
 * stays readable while the broker is away. Reads committed. Safe for use by many threads.
 */
public final class TopicTable<T> implements AutoCloseable {
  public TopicTable(KafkaSettings settings, Topic<T> topic, String clientId) {
    throw new UnsupportedOperationException("to be written");
  }

  /**
   * Is told of every change after the map has it, in order, on the table's thread; empty when a key
   * was deleted. Add before start.
   */
  public void onChange(BiConsumer<String, Optional<T>> listener) {}

  /** Returns at once; the topic is made if need be. */
  public void start() {}

  public Optional<T> get(String key) {
    throw new UnsupportedOperationException("to be written");
  }

  /** All of it, live and read-only. */
  public Map<String, T> view() {
    throw new UnsupportedOperationException("to be written");
  }

  /** True once everything that was there at the start has been read. */
  public boolean caughtUp() {
    return false;
  }

  /** Waits for {@link #caughtUp}; false when the time is over. */
  public boolean awaitCaughtUp(Duration limit) {
    return false;
  }

  /** Not ready until caught up, and while the broker does not answer. */
  public Health check() {
    return Health.notReady("to be written");
  }

  @Override
  public void close() {}
}
