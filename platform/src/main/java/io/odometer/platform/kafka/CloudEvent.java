// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The attributes of CloudEvents 1.0 that travel as headers of a Kafka record (binary mode). */
public record CloudEvent(String id, String source, String type, Instant time) {
  /** With an id of its own. */
  public static CloudEvent of(String source, String type, Instant time) {
    return new CloudEvent(UUID.randomUUID().toString(), source, type, time);
  }

  public List<Header> headers() {
    return List.of(
        header("ce_specversion", "1.0"),
        header("ce_id", id),
        header("ce_source", source),
        header("ce_type", type),
        header("ce_time", time.toString()),
        header("content-type", "application/json"));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
