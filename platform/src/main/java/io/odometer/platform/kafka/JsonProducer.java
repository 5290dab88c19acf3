// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topic;
import java.util.concurrent.CompletableFuture;

/**
 * Sends JSON values as CloudEvents (binary mode). Idempotent; buffers at most 32 MB and waits at
 * most ten seconds for room, thirty for the broker. Safe for use by many threads.
 */
public final class JsonProducer implements AutoCloseable {
  /**
   * @param source the service, as in CloudEvents
   */
  public JsonProducer(KafkaSettings settings, String source) {
    throw new UnsupportedOperationException("to be written");
  }

  /**
   * Ends normally when the broker has the value, else with an OdometerException {@code
   * Kafka.Unavailable}.
   */
  public <T> CompletableFuture<Void> send(Topic<T> topic, String key, T value) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Deletes a key of a compacted topic. */
  public CompletableFuture<Void> sendTombstone(Topic<?> topic, String key) {
    throw new UnsupportedOperationException("to be written");
  }

  /** To the topic of events, with the event's own id, type, source and time. */
  public CompletableFuture<Void> publish(SystemEvent event) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Like {@link #send}, and waits. */
  public <T> void sendAndWait(Topic<T> topic, String key, T value) {}

  /** Sends what is buffered, within five seconds. */
  @Override
  public void close() {}
}
