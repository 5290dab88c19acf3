// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What is known of a partition: the batch under way, and whether its range is declared by now. For
 * one thread.
 */
final class PartitionSink {
  private final SinkSettings settings;
  private Batch batch;
  private Optional<Intent> intent;

  /**
   * @param first the committed offset
   * @param intent what somebody declared beside it and may not have finished
   */
  PartitionSink(
      TopicPartition partition, long first, Optional<Intent> intent, SinkSettings settings) {
    this.settings = settings;
    this.batch = new Batch(partition, first);
    this.intent = intent;
  }

  TopicPartition partition() {
    return batch.partition();
  }

  Batch batch() {
    return batch;
  }

  Optional<Intent> intent() {
    return intent;
  }

  /** Whether the record at this offset belongs to the batch under way. */
  boolean takes(long offset) {
    return intent.map(declared -> offset <= declared.last()).orElse(!batch.isFull(settings));
  }

  /**
   * Whether the batch is to be written.
   *
   * @param position the next offset to be read
   */
  boolean isDue(long position, Instant now) {
    return intent
        .map(declared -> position > declared.last())
        .orElse(batch.isFull(settings) || batch.isOld(settings, now));
  }

  /** The range of the batch is known to all from now on: it does not grow any more. */
  void declared(Intent made) {
    intent = Optional.of(made);
  }

  /** All up to here is in the bucket. */
  void written(long next) {
    batch = new Batch(partition(), next);
    intent = Optional.empty();
  }
}
