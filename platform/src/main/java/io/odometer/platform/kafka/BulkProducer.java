// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.message.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends values of one topic that are JSON already, many a second, in batches, as plain records.
 * While the broker is away it keeps what is under way, which is bounded, and takes no more. Makes
 * the topic first. Connects lazily; for one thread that sends.
 */
public final class BulkProducer implements AutoCloseable {
  private static final int BATCH = 128 << 10;
  private static final Duration LINGER = Duration.ofMillis(10);

  /** How long a sender waits for the broker or for room: it has a way of its own to wait longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final KafkaSettings settings;
  private final Topic<?> topic;
  private final String clientId;
  private final int mostBytes;
  private final Semaphore room;
  private final TopicAdmin admin;
  private boolean ensured;
  private Optional<Producer<String, byte[]>> producer = Optional.empty();
  private boolean closed;

  /**
   * @param mostBytes of values that are under way; a larger one goes alone
   */
  public BulkProducer(KafkaSettings settings, Topic<?> topic, String clientId, int mostBytes) {
    this.settings = settings;
    this.topic = topic;
    this.clientId = clientId;
    this.mostBytes = mostBytes;
    this.room = new Semaphore(mostBytes);
    this.admin = new TopicAdmin(settings, clientId);
  }

  /**
   * Returns when the value is under way, within some seconds.
   *
   * @return ends normally when the broker has it; with an OdometerException when the broker refuses
   *     it or this is closed before
   * @throws OdometerException {@code Kafka.Unavailable} when it cannot be sent now
   */
  public CompletableFuture<Void> send(String key, byte[] value) {
    ensure();
    int permits = Math.min(value.length, mostBytes);
    acquire(permits);
    CompletableFuture<Void> sent = new CompletableFuture<>();
    var _ = sent.whenComplete((_, _) -> room.release(permits));
    begin(key, value, sent);
    if (sent.isCompletedExceptionally() && isPassing(sent.exceptionNow())) {
      throw (OdometerException) sent.exceptionNow();
    }
    return sent;
  }

  /** The client does not know the topic's brokers yet, or any more. */
  private static boolean isPassing(Throwable failure) {
    return failure instanceof OdometerException named
        && named.error().equals(Errors.KAFKA_UNAVAILABLE);
  }

  private void begin(String key, byte[] value, CompletableFuture<Void> sent) {
    try {
      var _ =
          producer()
              .send(
                  new ProducerRecord<>(topic.name(), key, value),
                  (_, failure) -> complete(sent, failure));
    } catch (KafkaException | IllegalStateException failed) {
      complete(sent, failed);
    }
  }

  private void complete(CompletableFuture<Void> sent, @Nullable Exception failure) {
    if (failure == null) {
      sent.complete(null);
    } else {
      sent.completeExceptionally(KafkaFailures.named(what(), failure));
    }
  }

  private String what() {
    return "cannot send to " + topic.name();
  }

  private void ensure() {
    if (!ensured) {
      admin.ensure(List.of(topic));
      ensured = true;
    }
  }

  private void acquire(int permits) {
    try {
      if (!room.tryAcquire(permits, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw unavailable();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private OdometerException unavailable() {
    return new OdometerException(
        Errors.KAFKA_UNAVAILABLE, what() + ": the broker does not take what is under way");
  }

  private synchronized Producer<String, byte[]> producer() {
    if (closed) {
      throw new IllegalStateException("the producer is closed");
    }
    if (producer.isEmpty()) {
      producer = Optional.of(new KafkaProducer<>(properties()));
    }
    return producer.get();
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = KafkaClients.producer(settings, clientId);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER.toMillis());
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
    // Never the limit: what is under way is bounded, and but for one a partition its batches are
    // filled by half at least.
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * mostBytes + (8L << 20));
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    // It is tried until it is sent; whoever wants to give up closes.
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    return properties;
  }

  /** Sends what is under way, within five seconds. */
  @Override
  public synchronized void close() {
    closed = true;
    producer.ifPresent(open -> open.close(Duration.ofSeconds(5)));
    producer = Optional.empty();
    admin.close();
  }
}
