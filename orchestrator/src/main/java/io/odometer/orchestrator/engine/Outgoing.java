// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topic;
import io.odometer.core.message.Topics;
import io.odometer.platform.kafka.CloudEvent;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way to a topic that only the processor knows.
 *
 * @param value null deletes the key of a compacted topic
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and handed on at once.
record Outgoing(String topic, byte @Nullable [] value) {
  private static final String SOURCE = "orchestrator";
  private static final String TYPE_PREFIX = "io.odometer.";

  /**
   * @param id the same for the same happening, as in CloudEvents
   */
  static <T> Record<String, Outgoing> of(
      Topic<T> topic, String key, T value, String id, Instant now) {
    return record(topic.name(), key, Json.bytes(value), topic.name(), id, now);
  }

  static Record<String, Outgoing> event(SystemEvent event) {
    String key = event.project() == null ? event.source() : event.project().value();
    return record(
        Topics.EVENTS.name(), key, Json.bytes(event), event.type(), event.id(), event.time());
  }

  static Record<String, Outgoing> tombstone(Topic<?> topic, String key, Instant now) {
    return new Record<>(key, new Outgoing(topic.name(), null), now.toEpochMilli());
  }

  private static Record<String, Outgoing> record(
      String topic, String key, byte[] value, String type, String id, Instant at) {
    CloudEvent attributes = new CloudEvent(id, SOURCE, TYPE_PREFIX + type, at);
    return new Record<>(
        key,
        new Outgoing(topic, value),
        at.toEpochMilli(),
        new RecordHeaders(attributes.headers()));
  }
}
