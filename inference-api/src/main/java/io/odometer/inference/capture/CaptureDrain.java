// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.platform.kafka.KafkaClients;
import io.odometer.platform.lifecycle.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the queue on a thread of its own: makes the records and sends them, one after another.
 * While nothing can be sent it tries again, and the queue fills.
 */
final class CaptureDrain implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureDrain.class);

  /** What Kafka and the producer put around a record, generously. */
  private static final int ROOM = 4_096;

  /**
   * It looks rather than being woken, which would cost the request's thread more; often while there
   * is something to do, so that it never works for long at a time.
   */
  private static final Duration BUSY = Duration.ofMillis(4);

  private static final Duration IDLE = Duration.ofMillis(20);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final CaptureQueue queue;
  private final CaptureSender sender;
  private final CaptureMetrics metrics;
  private final Drops drops;
  private final Backoff backoff;
  private final CaptureRecord records = new CaptureRecord();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("capture-drain").unstarted(this::run);
  private volatile long end;

  CaptureDrain(
      CaptureQueue queue,
      CaptureSender sender,
      CaptureMetrics metrics,
      Drops drops,
      Backoff backoff) {
    this.queue = queue;
    this.sender = sender;
    this.metrics = metrics;
    this.drops = drops;
    this.backoff = backoff;
  }

  void start() {
    thread.start();
  }

  private void run() {
    boolean more = true;
    while (more) {
      // Read before the queue is emptied: what came until then is in it.
      more = closing.getCount() > 0;
      boolean busy = drain();
      drops.tell();
      pause(busy ? BUSY : IDLE);
    }
  }

  /** Whether there was something. */
  private boolean drain() {
    Optional<Exchange> next = queue.poll();
    boolean any = next.isPresent();
    while (next.isPresent()) {
      handOn(next.get());
      next = queue.poll();
    }
    return any;
  }

  private void handOn(Exchange exchange) {
    try {
      byte[] value = records.of(exchange);
      if (value.length > KafkaClients.MOST_RECORD_BYTES - ROOM) {
        drops.drop(exchange.name(), DropReason.TOO_LARGE);
      } else {
        send(exchange.name(), value);
      }
    } catch (RuntimeException mistake) {
      // One that cannot be kept must not keep the others from it.
      LOG.error("request {} was not captured", exchange.eventId(), mistake);
      drops.drop(exchange.name(), DropReason.REFUSED);
    }
  }

  private void send(String endpoint, byte[] value) {
    Optional<CompletableFuture<?>> sent = trySend(endpoint, value);
    for (int failures = 1; sent.isEmpty() && !isOver(); failures++) {
      drops.tell();
      pause(backoff.after(failures));
      sent = trySend(endpoint, value);
    }
    if (sent.isPresent()) {
      var _ = sent.get().whenComplete((_, failure) -> ended(endpoint, failure));
    } else {
      drops.drop(endpoint, DropReason.STOPPED);
    }
  }

  private Optional<CompletableFuture<?>> trySend(String endpoint, byte[] value) {
    try {
      return isOver() ? Optional.empty() : Optional.of(sender.send(endpoint, value));
    } catch (OdometerException failure) {
      if (!failure.error().equals(Errors.KAFKA_UNAVAILABLE)) {
        throw failure;
      }
      LOG.debug("nothing can be sent now: {}", failure.reason());
      return Optional.empty();
    }
  }

  private void ended(String endpoint, @Nullable Throwable failure) {
    if (failure == null) {
      metrics.captured(endpoint);
    } else {
      LOG.debug("a captured request of {} was not taken", endpoint, failure);
      drops.drop(endpoint, isClosing() ? DropReason.STOPPED : DropReason.REFUSED);
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Whether the time to send what is left is over. */
  private boolean isOver() {
    return isClosing() && System.nanoTime() - end > 0;
  }

  private void pause(Duration delay) {
    try {
      boolean closed = closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      LOG.trace("paused {}, closing: {}", delay, closed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end = System.nanoTime() + CLOSE_LIMIT.toNanos();
    closing.countDown();
    try {
      thread.join(CLOSE_LIMIT.plusSeconds(2));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
