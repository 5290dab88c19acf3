// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which events are done with. An offset may be committed when all before it are finished: whoever
 * goes on from there begins the unfinished ones anew. Of one thread; tickets are finished by many.
 */
final class Progress {
  private final Map<TopicPartition, Deque<Ticket>> open = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();

  Ticket begin(TopicPartition partition, long offset, int deliveries) {
    Ticket ticket = new Ticket(partition, offset, deliveries);
    open.computeIfAbsent(partition, _ -> new ArrayDeque<>()).add(ticket);
    return ticket;
  }

  /** What may be committed and has not been; empty if nothing. */
  Map<TopicPartition, OffsetAndMetadata> due() {
    open.forEach(this::advance);
    return Map.copyOf(due);
  }

  private void advance(TopicPartition partition, Deque<Ticket> tickets) {
    while (!tickets.isEmpty() && tickets.getFirst().isFinished()) {
      due.put(partition, new OffsetAndMetadata(tickets.removeFirst().offset() + 1));
    }
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(due::remove);
  }

  /** Others go on with these. */
  void forget(Collection<TopicPartition> partitions) {
    open.keySet().removeAll(partitions);
    due.keySet().removeAll(partitions);
  }
}
