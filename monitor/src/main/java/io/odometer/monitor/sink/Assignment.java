// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that are ours now. What was gathered of one that goes to somebody else is dropped:
 * its new owner reads it again, and finishes what was declared.
 */
final class Assignment implements ConsumerRebalanceListener {
  private final Consumer<String, byte[]> consumer;
  private final SinkSettings settings;
  private final Map<TopicPartition, PartitionSink> sinks = new HashMap<>();

  Assignment(Consumer<String, byte[]> consumer, SinkSettings settings) {
    this.consumer = consumer;
    this.settings = settings;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    for (TopicPartition partition : partitions) {
      sinks.put(partition, begin(partition, Optional.ofNullable(committed.get(partition))));
    }
  }

  private PartitionSink begin(TopicPartition partition, Optional<OffsetAndMetadata> committed) {
    committed.ifPresent(found -> consumer.seek(partition, found.offset()));
    return new PartitionSink(
        partition,
        committed.map(OffsetAndMetadata::offset).orElseGet(() -> consumer.position(partition)),
        committed.flatMap(found -> Intent.of(found.metadata())),
        settings);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(sinks::remove);
  }

  Optional<PartitionSink> find(TopicPartition partition) {
    return Optional.ofNullable(sinks.get(partition));
  }

  List<PartitionSink> all() {
    return List.copyOf(sinks.values());
  }

  /** Held in memory. */
  long bytes() {
    return sinks.values().stream().mapToLong(sink -> sink.batch().bytes()).sum();
  }

  /** When the oldest record that is not yet written was sent. */
  Optional<Instant> oldest() {
    return sinks.values().stream()
        .flatMap(sink -> sink.batch().oldest().stream())
        .min(Instant::compareTo);
  }
}
