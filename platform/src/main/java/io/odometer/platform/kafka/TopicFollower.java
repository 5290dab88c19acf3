// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.message.Topic;
import io.odometer.platform.lifecycle.Health;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Hears everything that is sent to a topic from now on, on a thread of its own; reads committed.
 * What is sent while the broker is away from here is heard later.
 */
public final class TopicFollower<T> implements AutoCloseable {
  private final TopicReader<T> reader;

  /**
   * @param listener gets key and value, in order per key
   */
  public TopicFollower(
      KafkaSettings settings, Topic<T> topic, String clientId, BiConsumer<String, T> listener) {
    this(settings, topic, clientId, listener, TopicReader.Start.NOW);
  }

  private TopicFollower(
      KafkaSettings settings,
      Topic<T> topic,
      String clientId,
      BiConsumer<String, T> listener,
      TopicReader.Start from) {
    this.reader =
        new TopicReader<>(
            settings,
            topic,
            clientId,
            from,
            new TopicReader.Listener<>() {
              @Override
              public void read(String key, Optional<T> value) {
                value.ifPresent(heard -> listener.accept(key, heard));
              }

              @Override
              public void caughtUp() {
                // "From now on" has nothing to catch up with.
              }
            });
  }

  /** One that hears everything the broker still keeps, too. */
  public static <T> TopicFollower<T> fromTheBeginning(
      KafkaSettings settings, Topic<T> topic, String clientId, BiConsumer<String, T> listener) {
    return new TopicFollower<>(settings, topic, clientId, listener, TopicReader.Start.BEGINNING);
  }

  /** Returns at once; the topic is made if need be. */
  public void start() {
    reader.start();
  }

  /** Ready while the broker answers; from the first time on, nothing is missed. */
  public Health check() {
    return reader.check();
  }

  @Override
  public void close() {
    reader.close();
  }
}
