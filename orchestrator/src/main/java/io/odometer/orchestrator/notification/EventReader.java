// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads events of the partitions that the group gives it and has them delivered. Reads no further
 * while there is no room; commits only over what is finished. Of one thread.
 */
final class EventReader implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration COMMIT_LIMIT = Duration.ofSeconds(5);

  private final Consumer<String, byte[]> consumer;
  private final Subscribers subscribers;
  private final Dispatcher dispatcher;
  private final Progress progress = new Progress();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean assigned;

  /** An event that was read and for which there is no room yet. */
  private record Waiting(TopicPartition partition, long offset, List<Delivery> deliveries) {}

  EventReader(Consumer<String, byte[]> consumer, Subscribers subscribers, Dispatcher dispatcher) {
    this.consumer = consumer;
    this.subscribers = subscribers;
    this.dispatcher = dispatcher;
  }

  /** Has the group dealt out its partitions? We may have got none. */
  boolean isAssigned() {
    return assigned;
  }

  /** Reads what there is room for; true if there was anything. */
  boolean round() {
    boolean any = false;
    for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
      any = true;
      waiting.add(
          new Waiting(
              new TopicPartition(message.topic(), message.partition()),
              message.offset(),
              deliveries(message)));
    }
    handOut();
    if (waiting.isEmpty()) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    commit(progress.due());
    return any;
  }

  private List<Delivery> deliveries(ConsumerRecord<String, byte[]> message) {
    try {
      return message.value() == null
          ? List.of()
          : subscribers.deliveries(Json.read(message.value(), SystemEvent.class));
    } catch (RuntimeException unreadable) {
      LOG.error("nobody is notified of {}", message.topic() + "@" + message.offset(), unreadable);
      return List.of();
    }
  }

  private void handOut() {
    while (!waiting.isEmpty() && dispatcher.hasRoom(waiting.getFirst().deliveries())) {
      Waiting next = waiting.removeFirst();
      Ticket ticket = progress.begin(next.partition(), next.offset(), next.deliveries().size());
      next.deliveries().forEach(delivery -> dispatcher.start(delivery, ticket));
    }
  }

  /** A commit that fails now is due again in the next round. */
  private void commit(Map<TopicPartition, OffsetAndMetadata> due) {
    if (!due.isEmpty()) {
      try {
        consumer.commitSync(due, COMMIT_LIMIT);
        progress.committed(due);
      } catch (TimeoutException | RebalanceInProgressException passing) {
        LOG.debug("not committed yet", passing);
      }
    }
  }

  /** Those that nobody has read before begin where they end now: what is older is no news. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(Set.copyOf(partitions));
    Set<TopicPartition> fresh =
        partitions.stream()
            .filter(partition -> known.get(partition) == null)
            .collect(Collectors.toSet());
    if (!fresh.isEmpty()) {
      consumer.seekToEnd(fresh);
      Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
      fresh.forEach(
          partition -> ends.put(partition, new OffsetAndMetadata(consumer.position(partition))));
      // At once: otherwise what comes until the first event is finished could be missed.
      consumer.commitSync(ends);
    }
    assigned = true;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>(progress.due());
    due.keySet().retainAll(partitions);
    commit(due);
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    dispatcher.stop(partitions);
    waiting.removeIf(event -> partitions.contains(event.partition()));
    progress.forget(partitions);
  }
}
