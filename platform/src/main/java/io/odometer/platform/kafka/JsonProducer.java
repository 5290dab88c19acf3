// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topic;
import io.odometer.core.message.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends JSON values as CloudEvents (binary mode). Idempotent; buffers at most 32 MB and waits at
 * most ten seconds for room, thirty for the broker. Makes a topic before it first sends to it.
 * Connects lazily; safe for use by many threads.
 */
public final class JsonProducer implements AutoCloseable {
  private static final String TYPE_PREFIX = "io.odometer.";

  private final KafkaSettings settings;
  private final String source;
  private final InstantSource clock;
  private final TopicAdmin admin;
  private final Set<String> ensured = ConcurrentHashMap.newKeySet();
  private Optional<Producer<String, byte[]>> producer = Optional.empty();
  private boolean closed;

  /**
   * @param source the service, as in CloudEvents
   */
  public JsonProducer(KafkaSettings settings, String source) {
    this(settings, source, InstantSource.system());
  }

  public JsonProducer(KafkaSettings settings, String source, InstantSource clock) {
    this.settings = settings;
    this.source = source;
    this.clock = clock;
    this.admin = new TopicAdmin(settings, source + "-producer");
  }

  /**
   * Ends normally when the broker has the value, else with an OdometerException {@code
   * Kafka.Unavailable}, or {@code Internal.Error} for a value that no broker takes.
   */
  public <T> CompletableFuture<Void> send(Topic<T> topic, String key, T value) {
    return send(topic, key, Json.bytes(value), event(topic));
  }

  /** Deletes a key of a compacted topic. */
  public CompletableFuture<Void> sendTombstone(Topic<?> topic, String key) {
    return send(topic, key, null, event(topic));
  }

  /** To the topic of events, with the event's own id, type, source and time. */
  public CompletableFuture<Void> publish(SystemEvent event) {
    String key = event.project() == null ? event.source() : event.project().toString();
    return send(
        Topics.EVENTS,
        key,
        Json.bytes(event),
        new CloudEvent(event.id(), event.source(), TYPE_PREFIX + event.type(), event.time()));
  }

  /** Like {@link #send}, and waits. */
  public <T> void sendAndWait(Topic<T> topic, String key, T value) {
    try {
      send(topic, key, value).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof OdometerException named
          ? named
          : KafkaFailures.named("cannot send to " + topic.name(), failed);
    }
  }

  private CloudEvent event(Topic<?> topic) {
    return CloudEvent.of(source, TYPE_PREFIX + topic.name(), clock.instant());
  }

  private CompletableFuture<Void> send(
      Topic<?> topic, String key, byte @Nullable [] value, CloudEvent event) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    String what = "cannot send to " + topic.name();
    try {
      ensure(topic);
      var _ =
          producer()
              .send(
                  new ProducerRecord<>(topic.name(), null, null, key, value, event.headers()),
                  (_, failure) -> {
                    if (failure == null) {
                      sent.complete(null);
                    } else {
                      sent.completeExceptionally(KafkaFailures.named(what, failure));
                    }
                  });
    } catch (OdometerException named) {
      sent.completeExceptionally(named);
    } catch (KafkaException | IllegalStateException failed) {
      sent.completeExceptionally(KafkaFailures.named(what, failed));
    }
    return sent;
  }

  /** A send to a topic that is not there would wait in vain for somebody to make it. */
  private void ensure(Topic<?> topic) {
    if (!ensured.contains(topic.name())) {
      admin.ensure(List.of(topic));
      ensured.add(topic.name());
    }
  }

  /** Made at the first need: the broker's name may not resolve yet when the service starts. */
  private synchronized Producer<String, byte[]> producer() {
    if (closed) {
      throw new IllegalStateException("the producer is closed");
    }
    if (producer.isEmpty()) {
      producer =
          Optional.of(new KafkaProducer<>(KafkaClients.producer(settings, source + "-producer")));
    }
    return producer.get();
  }

  /** Sends what is buffered, within five seconds. */
  @Override
  public synchronized void close() {
    closed = true;
    producer.ifPresent(open -> open.close(Duration.ofSeconds(5)));
    producer = Optional.empty();
    admin.close();
  }
}
