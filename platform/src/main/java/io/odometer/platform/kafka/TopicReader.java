// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.message.Topic;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
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

  private final KafkaSettings settings;
  private final Topic<T> topic;
  private final String clientId;
  private final Start start;
  private final Listener<T> listener;
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /** The next offset of each partition; of the reader's thread only. */
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  private boolean caughtUp;
  private volatile Health health;

  TopicReader(
      KafkaSettings settings, Topic<T> topic, String clientId, Start start, Listener<T> listener) {
    this.settings = settings;
    this.topic = topic;
    this.clientId = clientId + "-" + topic.name();
    this.start = start;
    this.listener = listener;
    this.health = Health.notReady("topic %s has not been read yet".formatted(topic.name()));
    this.thread = Thread.ofPlatform().daemon().name(this.clientId).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  Health check() {
    return health;
  }

  private void run() {
    for (int failures = 1; !isClosing(); failures++) {
      try {
        follow();
      } catch (RuntimeException | Error failure) {
        // A reader that died would be missed by nobody: whatever happens, it goes on.
        if (!isClosing()) {
          report(failure);
          failures = health instanceof Health.Ready ? 1 : failures;
          health = Health.notReady("topic %s: %s".formatted(topic.name(), failure.getMessage()));
          pause(backoff.after(failures));
        }
      }
    }
    health = Health.notReady("topic %s is not read any more".formatted(topic.name()));
  }

  private void report(Throwable failure) {
    if (!(failure instanceof KafkaException) && !(failure instanceof OdometerException)) {
      LOG.error("reading {} failed, trying again", topic.name(), failure);
    } else if (health instanceof Health.Ready) {
      LOG.warn("reading {} was interrupted, trying again: {}", topic.name(), failure.getMessage());
    }
    LOG.debug("reading {} failed", topic.name(), failure);
  }

  private void follow() {
    try (TopicAdmin admin = new TopicAdmin(settings, clientId)) {
      admin.ensure(List.of(topic));
    }
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(KafkaClients.consumer(settings, clientId))) {
      Map<TopicPartition, Long> ends = assign(consumer);
      long probed = System.nanoTime();
      health = Health.ready();
      while (!isClosing()) {
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

  private boolean isClosing() {
    return closing.getCount() == 0;
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
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
