// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.message.Topic;
import io.odometer.core.message.Topics;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.TopicTable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reports on the topic of object events, and remembers on a compacted topic what is present. The
 * event goes first: dying in between repeats it.
 */
final class KafkaObjectReports implements ObjectReports {
  /** What reconcilers have reported as present. Key: bucket/path. */
  static final Topic<ObjectVersion> PRESENT =
      new Topic<>("listed-objects", ObjectVersion.class, Topic.Retention.COMPACTED);

  private static final long LIMIT_SECONDS = 60;

  /** Bounds what is on its way to the broker at once. */
  private static final int BATCH = 1_000;

  private final JsonProducer producer;
  private final TopicTable<ObjectVersion> present;

  KafkaObjectReports(JsonProducer producer, TopicTable<ObjectVersion> present) {
    this.producer = producer;
    this.present = present;
  }

  @Override
  public Set<ObjectKey> present() {
    if (!present.caughtUp()) {
      throw unavailable("what was reported before has not been read yet", null);
    }
    return present.view().values().stream().map(ObjectVersion::key).collect(Collectors.toSet());
  }

  @Override
  public void report(List<ObjectEvent> events) {
    for (int from = 0; from < events.size(); from += BATCH) {
      List<ObjectEvent> batch = events.subList(from, Math.min(events.size(), from + BATCH));
      await(batch, this::send);
      await(batch, this::remember);
    }
  }

  private CompletableFuture<Void> send(ObjectEvent event) {
    return producer.send(
        Topics.OBJECT_EVENTS, event.key().toString(), MinioNotifications.of(event));
  }

  private CompletableFuture<Void> remember(ObjectEvent event) {
    String key = event.key().toString();
    return switch (event) {
      case ObjectSeen seen ->
          producer.send(PRESENT, key, new ObjectVersion(seen.key(), seen.etag(), seen.size()));
      case ObjectRemoved removed -> producer.sendTombstone(PRESENT, key);
    };
  }

  private static void await(
      List<ObjectEvent> batch, Function<ObjectEvent, CompletableFuture<Void>> send) {
    CompletableFuture<?>[] sent = batch.stream().map(send).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(sent).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw unavailable("object events could not be sent", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unavailable("stopped while object events were sent", stopped);
    }
  }

  private static OdometerException unavailable(String message, @Nullable Throwable cause) {
    return new OdometerException(Errors.KAFKA_UNAVAILABLE, message, cause);
  }
}
