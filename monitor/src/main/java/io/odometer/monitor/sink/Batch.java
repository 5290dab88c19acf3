// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Captured requests of one partition, one after the other, that will be written together. */
final class Batch {
  private final TopicPartition partition;
  private final long first;
  private final List<CapturedLine> lines = new ArrayList<>();
  private long end;
  private long bytes;
  private Optional<Instant> begun = Optional.empty();
  private Optional<Instant> oldest = Optional.empty();

  /**
   * @param first the offset that it begins at
   */
  Batch(TopicPartition partition, long first) {
    this.partition = partition;
    this.first = first;
    this.end = first;
  }

  /**
   * Takes the record at this offset.
   *
   * @param line absent for one that nobody could read: it is passed over
   * @param sent when it was sent to Kafka
   */
  void add(long offset, Optional<CapturedLine> line, Instant sent, Instant now) {
    begun = begun.or(() -> Optional.of(now));
    oldest = oldest.or(() -> Optional.of(sent));
    line.ifPresent(lines::add);
    bytes += line.map(captured -> captured.json().length).orElse(0);
    end = offset + 1;
  }

  TopicPartition partition() {
    return partition;
  }

  long first() {
    return first;
  }

  long last() {
    return end - 1;
  }

  boolean isEmpty() {
    return end == first;
  }

  List<CapturedLine> lines() {
    return lines;
  }

  long bytes() {
    return bytes;
  }

  /** When its oldest record was sent to Kafka. */
  Optional<Instant> oldest() {
    return oldest;
  }

  boolean isFull(SinkSettings settings) {
    return bytes >= settings.batchBytes() || end - first >= settings.batchRecords();
  }

  boolean isOld(SinkSettings settings, Instant now) {
    return begun.map(since -> !now.isBefore(since.plus(settings.roll()))).orElse(false);
  }
}
