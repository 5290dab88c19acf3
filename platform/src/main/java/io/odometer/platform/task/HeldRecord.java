// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
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
  private long renewedAt = System.nanoTime();
  private boolean renewing;
  private ConsumerRecord<String, byte[]> current;
  private boolean lost;

  HeldRecord(
      ShareConsumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> taken, Duration lock) {
    this.consumer = consumer;
    this.current = taken;
    this.lock = lock;
  }

  /**
   * The lock's time begins anew; answers whether the broker has said so. Waits at most the limit;
   * when nothing was heard for a whole lock, the record is lost.
   */
  boolean renew(Duration limit) {
    if (lost) {
      return false;
    }
    long began = System.nanoTime();
    boolean heard = renewing || ask(limit);
    if (!lost) {
      Optional<ConsumerRecord<String, byte[]>> renewed = heard ? returned() : Optional.empty();
      renewing = renewed.isEmpty();
      renewed.ifPresent(again -> hold(again, began));
      if (renewing && System.nanoTime() - renewedAt > lock.toNanos()) {
        lose();
      }
    }
    return !lost && !renewing;
  }

  private void hold(ConsumerRecord<String, byte[]> again, long since) {
    current = again;
    renewedAt = since;
  }

  /**
   * Committed before the next poll: a poll while the answer is outstanding makes the client fetch
   * another record, whose lock would run out in its buffer.
   */
  private boolean ask(Duration limit) {
    try {
      consumer.acknowledge(current, AcknowledgeType.RENEW);
      for (Optional<KafkaException> failure : consumer.commitSync(limit).values()) {
        failure.ifPresent(this::unrenewed);
      }
      return !lost;
    } catch (KafkaException | IllegalStateException failure) {
      unrenewed(failure);
      return false;
    }
  }

  /** A late answer may still come: only the broker's own no is final. */
  private void unrenewed(RuntimeException failure) {
    LOG.warn("{} was not renewed: {}", place(), failure.getMessage());
    if (!(failure instanceof RetriableException)) {
      lose();
    }
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

  /** For good: whatever is said of it now is not heard. */
  boolean isLost() {
    return lost;
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
