// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that cannot be worked on: counted, logged, told as an event and passed over, because a
 * failure that comes again on every try would stop everything behind it. Safe for use by many
 * threads.
 */
final class Skips {
  private static final Logger LOG = LoggerFactory.getLogger(Skips.class);

  private final AtomicLong count = new AtomicLong();

  long count() {
    return count.get();
  }

  /**
   * @param what could not be worked on, for people
   */
  void skip(ProcessorContext<String, Outgoing> context, String what, Throwable failure) {
    count.incrementAndGet();
    String place = context.recordMetadata().map(Skips::place).orElse("a timer");
    LOG.warn("passed over {} ({})", what, place, failure);
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    context.forward(
        Outgoing.event(
            new SystemEvent(
                "record.skipped/" + place + "/" + what,
                "record.skipped",
                "orchestrator",
                now,
                null,
                "passed over %s (%s): %s".formatted(what, place, failure.getMessage()),
                Json.object().put("place", place).put("reason", String.valueOf(failure)))));
  }

  private static String place(RecordMetadata record) {
    return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
  }
}
