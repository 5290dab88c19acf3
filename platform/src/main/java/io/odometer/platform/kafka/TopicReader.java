// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.message.Topic;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Reads all partitions of a topic on a thread of its own until closed, from the beginning or from
 * now on; when the broker goes away it tries again and goes on where it was.
 */
final class TopicReader<T> implements AutoCloseable {
  enum Start {
    BEGINNING,
    NOW
  }

  /** Called on the reader's thread. */
  interface Listener<T> {
    /** Empty: the key was deleted. */
    void read(String key, Optional<T> value);

    /** All that was there at the start has been read. */
    void caughtUp();
  }

  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(3);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final KafkaSettings settings;
  private final Topic<T> topic;
  private final String clientId;
  private final Start start;
  private final Listener<T> listener;
  private final ReadingThread thread;

  /** The next offset of each partition; of the reader's thread only. */
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  private boolean caughtUp;

  TopicReader(
      KafkaSettings settings, Topic<T> topic, String clientId, Start start, Listener<T> listener) {
    this.settings = settings;
    this.topic = topic;
    this.clientId = clientId + "-" + topic.name();
    this.start = start;
    this.listener = listener;
    this.thread =
        new ReadingThread(this.clientId, "topic " + topic.name(), this::follow, CLOSE_LIMIT);
  }

  void start() {
    thread.start();
  }

  Health check() {
    return thread.check();
  }

  private void follow() {
    try (TopicAdmin admin = new TopicAdmin(settings, clientId)) {
      admin.ensure(List.of(topic));
    }
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(KafkaClients.consumer(settings, clientId))) {
      Map<TopicPartition, Long> ends = assign(consumer);
      long probed = System.nanoTime();
      thread.tell(Health.ready());
      while (!thread.isClosing()) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        records.forEach(this::deliver);
        remember(consumer);
        tellWhenCaughtUp(ends);
        if (!records.isEmpty()) {
          probed = System.nanoTime();
        } else if (System.nanoTime() - probed > PROBE_EVERY.toNanos()) {
          // An absent broker looks like a silent one, unless it is asked.
          consumer.endOffsets(ends.keySet(), PROBE_LIMIT);
          probed = System.nanoTime();
        }
      }
    }
  }

  /** Answers where the topic ends now. */
  private Map<TopicPartition, Long> assign(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    if (partitions.isEmpty()) {
      // A topic that was made a moment ago is not yet known everywhere.
      throw new OdometerException(Errors.KAFKA_UNAVAILABLE, "its partitions are not known yet");
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> first =
        switch (start) {
          case BEGINNING -> consumer.beginningOffsets(partitions);
          case NOW -> ends;
        };
    consumer.assign(partitions);
    partitions.forEach(
        partition ->
            consumer.seek(
                partition, positions.computeIfAbsent(partition, unread -> first.get(unread))));
    return ends;
  }

  private void deliver(ConsumerRecord<String, byte[]> message) {
    try {
      Optional<T> value =
          Optional.ofNullable(message.value()).map(bytes -> Json.read(bytes, topic.type()));
      listener.read(message.key() == null ? "" : message.key(), value);
    } catch (JacksonException | IllegalArgumentException unreadable) {
      LOG.error("left out what cannot be read: {}", place(message), unreadable);
    } catch (RuntimeException failure) {
      LOG.error("a listener failed on {}", place(message), failure);
    }
  }

  private static String place(ConsumerRecord<String, byte[]> message) {
    return "%s-%d at %d, key %s"
        .formatted(message.topic(), message.partition(), message.offset(), message.key());
  }

  private void remember(Consumer<String, byte[]> consumer) {
    consumer
        .assignment()
        .forEach(partition -> positions.put(partition, consumer.position(partition)));
  }

  private void tellWhenCaughtUp(Map<TopicPartition, Long> ends) {
    if (!caughtUp
        && ends.entrySet().stream()
            .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
      caughtUp = true;
      listener.caughtUp();
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
