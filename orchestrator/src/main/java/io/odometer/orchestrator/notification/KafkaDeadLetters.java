// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.platform.kafka.JsonProducer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps them on a topic, and says so as an event, of which nobody is notified. */
record KafkaDeadLetters(JsonProducer producer, InstantSource clock) implements DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaDeadLetters.class);
  private static final String TYPE = "notification.failed";

  @Override
  public void bury(Delivery delivery, int attempts, String reason) {
    Instant now = clock.instant();
    String project = delivery.notice().project().value();
    producer.sendAndWait(
        DeadNotification.TOPIC,
        project,
        new DeadNotification(
            delivery.event(),
            delivery.notice().kind(),
            delivery.channel().type(),
            delivery.channel().target(),
            attempts,
            reason,
            now));
    SystemEvent told = event(delivery, attempts, reason, now);
    publish(told);
    LOG.warn("{}", told.message());
  }

  private void publish(SystemEvent told) {
    try {
      producer.publish(told).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof OdometerException named ? named : failed;
    }
  }

  private static SystemEvent event(Delivery delivery, int attempts, String reason, Instant now) {
    return new SystemEvent(
        TYPE + "/" + delivery.id(),
        TYPE,
        "orchestrator",
        now,
        delivery.notice().project(),
        "gave up the %s of %s after %d tries: %s"
            .formatted(delivery.channel(), delivery.event().id(), attempts, reason),
        Json.object()
            .put("event", delivery.event().id())
            .put("kind", delivery.notice().kind().json())
            .put("channel", delivery.channel().toString())
            .put("attempts", attempts)
            .put("reason", reason));
  }
}
