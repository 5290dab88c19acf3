// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.message.Topic;
import io.odometer.platform.lifecycle.Health;
import java.util.function.BiConsumer;

/**
 * Hears everything that is sent to a topic from now on, on a thread of its own; reads committed.
 */
public final class TopicFollower<T> implements AutoCloseable {
  /**
   * @param listener gets key and value, in order per key
   */
  public TopicFollower(
      KafkaSettings settings, Topic<T> topic, String clientId, BiConsumer<String, T> listener) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Returns at once; the topic is made if need be. */
  public void start() {}

  /** Ready while the broker answers. */
  public Health check() {
    return Health.notReady("to be written");
  }

  @Override
  public void close() {}
}
