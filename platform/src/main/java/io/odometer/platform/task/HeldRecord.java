// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record under the broker's lock. A renewed record comes back from poll, and it is that one that
 * the next word must name. For the consumer's thread.
 */
final class HeldRecord {
  private static final Logger LOG = LoggerFactory.getLogger(HeldRecord.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration COMMIT_LIMIT = Duration.ofSeconds(10);

  private final ShareConsumer<String, byte[]> consumer;
  private final Duration lock;
  private ConsumerRecord<String, byte[]> current;
  private boolean lost;

  HeldRecord(
      ShareConsumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> taken, Duration lock) {
    this.consumer = consumer;
    this.current = taken;
    this.lock = lock;
  }

  /** The lock's time begins anew; when the broker does not say so in time, the record is lost. */
  void renew() {
    if (lost) {
      return;
    }
    long deadline = System.nanoTime() + lock.toNanos();
    consumer.acknowledge(current, AcknowledgeType.RENEW);
    Optional<ConsumerRecord<String, byte[]>> renewed = Optional.empty();
    while (renewed.isEmpty() && System.nanoTime() < deadline) {
      renewed = returned();
    }
    renewed.ifPresentOrElse(again -> current = again, this::lose);
  }

  private Optional<ConsumerRecord<String, byte[]>> returned() {
    Optional<ConsumerRecord<String, byte[]>> same = Optional.empty();
    for (ConsumerRecord<String, byte[]> polled : consumer.poll(POLL)) {
      if (polled.partition() == current.partition() && polled.offset() == current.offset()) {
        same = Optional.of(polled);
      } else {
        consumer.acknowledge(polled, AcknowledgeType.RELEASE);
      }
    }
    return same;
  }

  private void lose() {
    lost = true;
    LOG.warn("the lock on {} ran out; another worker may have the task now", place());
  }

  /** Done with: it does not come again. */
  void accept() {
    end(AcknowledgeType.ACCEPT);
  }

  /** For another worker, or for later. */
  void release() {
    end(AcknowledgeType.RELEASE);
  }

  /** Never again: nobody can read it. */
  void reject() {
    end(AcknowledgeType.REJECT);
  }

  /** When the broker does not hear it, the record comes again, and its result is found. */
  private void end(AcknowledgeType word) {
    if (lost) {
      return;
    }
    try {
      consumer.acknowledge(current, word);
      consumer
          .commitSync(COMMIT_LIMIT)
          .values()
          .forEach(failure -> failure.ifPresent(cause -> unheard(word, cause)));
    } catch (KafkaException | IllegalStateException failure) {
      unheard(word, failure);
    }
  }

  private void unheard(AcknowledgeType word, RuntimeException cause) {
    LOG.warn("{} of {} was not heard: {}", word, place(), cause.getMessage());
  }

  private String place() {
    return "%s-%d at %d".formatted(current.topic(), current.partition(), current.offset());
  }
}
