// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import io.odometer.core.error.OdometerException;
import io.odometer.core.message.Topics;
import io.odometer.core.store.ObjectStore;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer's life: gathers what it reads and writes it when it is enough. While the store is
 * away it stays in the group, keeps what it has and reads no more than it can hold. Whatever Kafka
 * refuses ends it: what was gathered is read again. For one thread.
 */
final class SinkLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(3);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

  private final Consumer<String, byte[]> consumer;
  private final SinkSettings settings;
  private final SinkMetrics metrics;
  private final InstantSource clock;
  private final Backoff backoff;
  private final BatchWriter writer;
  private final Assignment assignment;
  private int failures;
  private Instant nextTry = Instant.MIN;
  private Instant probed;
  private Health health = Health.ready();

  SinkLoop(
      Consumer<String, byte[]> consumer,
      ObjectStore store,
      SinkSettings settings,
      SinkMetrics metrics,
      InstantSource clock,
      Backoff backoff) {
    this.consumer = consumer;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
    this.backoff = backoff;
    this.writer = new BatchWriter(consumer, store, metrics);
    this.assignment = new Assignment(consumer, settings);
    this.probed = clock.instant();
  }

  void begin() {
    consumer.subscribe(List.of(Topics.CAPTURES.name()), assignment);
  }

  /** Whether the store took what it was given last. */
  Health health() {
    return health;
  }

  /** Reads once, and writes what is due. */
  void step() {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    for (TopicPartition partition : records.partitions()) {
      assignment.find(partition).ifPresent(sink -> take(sink, records.records(partition)));
    }
    Instant now = clock.instant();
    for (PartitionSink sink : assignment.all()) {
      if (sink.isDue(consumer.position(sink.partition()), now)) {
        tryWrite(sink);
      }
    }
    metrics.lag(lag(now));
    probe(records.isEmpty());
  }

  private void take(PartitionSink sink, List<ConsumerRecord<String, byte[]>> records) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (!hasRoom(sink, record.offset())) {
        // It is read again when there is room.
        consumer.seek(sink.partition(), record.offset());
        consumer.pause(Set.of(sink.partition()));
        return;
      }
      sink.batch()
          .add(
              record.offset(),
              line(record),
              Instant.ofEpochMilli(record.timestamp()),
              clock.instant());
    }
  }

  private boolean hasRoom(PartitionSink sink, long offset) {
    if (!sink.takes(offset) && !tryWrite(sink)) {
      return false;
    }
    return assignment.bytes() < settings.mostBytes() || (makeRoom() && sink.takes(offset));
  }

  /** Not of what is declared and not yet read: its range is not complete. */
  private boolean makeRoom() {
    return assignment.all().stream()
        .filter(sink -> !sink.batch().isEmpty() && sink.intent().isEmpty())
        .allMatch(this::tryWrite);
  }

  private Optional<CapturedLine> line(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.of(CapturedLine.of(record));
    } catch (IllegalArgumentException malformed) {
      metrics.malformed();
      LOG.warn(
          "left out {}-{} at {}, which is no captured request: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          malformed.getMessage());
      return Optional.empty();
    }
  }

  /** Whether it is written; if not, it will be tried again. */
  private boolean tryWrite(PartitionSink sink) {
    if (clock.instant().isBefore(nextTry)) {
      return false;
    }
    try {
      writer.write(sink);
      failures = 0;
      health = Health.ready();
      consumer.resume(consumer.paused());
      return true;
    } catch (RebalanceInProgressException _) {
      // Nothing was committed; after the next polls it is clear whose the partition is.
      return false;
    } catch (OdometerException away) {
      failed(away);
      return false;
    }
  }

  private void failed(OdometerException away) {
    if (health instanceof Health.Ready) {
      LOG.warn("captured requests are not written, trying again: {}", away.reason());
    }
    health = Health.notReady("captured requests are not written: " + away.reason());
    failures++;
    nextTry = clock.instant().plus(backoff.after(failures));
  }

  private Duration lag(Instant now) {
    return assignment.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO);
  }

  /** An absent broker looks like a silent one, unless it is asked. */
  private void probe(boolean silent) {
    Instant now = clock.instant();
    if (silent && Duration.between(probed, now).compareTo(PROBE_EVERY) > 0) {
      LOG.trace("topics: {}", consumer.listTopics(PROBE_LIMIT).size());
    }
    probed = silent && Duration.between(probed, now).compareTo(PROBE_EVERY) <= 0 ? probed : now;
  }
}
