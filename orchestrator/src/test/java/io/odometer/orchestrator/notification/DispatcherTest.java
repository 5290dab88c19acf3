// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.message.SystemEvent;
import io.odometer.platform.lifecycle.Backoff;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DispatcherTest {
  private static final TopicPartition EVENTS = new TopicPartition("events", 0);
  private static final Channel BROKEN = new Channel.Webhook(URI.create("http://broken/hook"));
  private static final Channel OTHER = new Channel.Mail("ops@example.org");

  private final BlockingQueue<Channel> sent = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> buried = new LinkedBlockingQueue<>();
  private final BlockingQueue<Channel> failed = new LinkedBlockingQueue<>();
  private final AtomicInteger brokerFailures = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);
  private Optional<Dispatcher> open = Optional.empty();

  @AfterEach
  void stop() {
    open.ifPresent(Dispatcher::stopAll);
  }

  private Dispatcher dispatcher(Courier courier, Duration patience) {
    DeliveryRun run =
        new DeliveryRun(
            courier,
            this::bury,
            new NotificationMetrics(new PrometheusRegistry()),
            new Backoff(Duration.ofMillis(2), Duration.ofMillis(8), new Random(1)),
            patience);
    open = Optional.of(new Dispatcher(run, new Dispatcher.Bounds(6, 3)));
    return open.get();
  }

  private void bury(Delivery delivery, int attempts, String reason) {
    if (brokerFailures.getAndDecrement() > 0) {
      throw new OdometerException(Errors.KAFKA_UNAVAILABLE, "away");
    }
    buried.add(delivery.channel() + " after " + attempts + ": " + reason);
  }

  /** The broken one fails, all others are sent to. */
  private Attempt halfBroken(Delivery delivery) {
    if (delivery.channel().equals(BROKEN)) {
      failed.add(BROKEN);
      return new Attempt.Failed("down");
    }
    sent.add(delivery.channel());
    return new Attempt.Sent();
  }

  private static Delivery to(Channel channel) {
    SystemEvent event = Happened.rejected();
    return new Delivery(event, Notices.of(event).orElseThrow(), channel);
  }

  private static Ticket ticket() {
    return new Ticket(EVENTS, 1, 1);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void what_fails_is_tried_again_until_it_is_sent() throws Exception {
    AtomicInteger failures = new AtomicInteger(3);
    Dispatcher dispatcher =
        dispatcher(
            delivery ->
                failures.getAndDecrement() > 0
                    ? new Attempt.Failed("not yet")
                    : halfBroken(delivery),
            Duration.ofMinutes(1));
    Ticket ticket = ticket();
    dispatcher.start(to(OTHER), ticket);
    assertEquals(OTHER, sent.take());
    await(ticket::isFinished);
    assertTrue(buried.isEmpty());
  }

  @Test
  void what_fails_for_too_long_is_kept_as_a_dead_letter_even_if_the_broker_was_away()
      throws Exception {
    brokerFailures.set(2);
    Ticket ticket = ticket();
    dispatcher(this::halfBroken, Duration.ZERO).start(to(BROKEN), ticket);
    assertEquals("webhook at http://broken after 1: down", buried.take());
    await(ticket::isFinished);
  }

  @Test
  void what_is_refused_is_not_tried_again() throws Exception {
    dispatcher(_ -> new Attempt.Refused("no such hook"), Duration.ofHours(1))
        .start(to(BROKEN), ticket());
    assertEquals("webhook at http://broken after 1: no such hook", buried.take());
  }

  @Test
  void a_receiver_that_asks_for_more_time_than_there_is_gets_none() throws Exception {
    dispatcher(
            _ -> new Attempt.Failed("busy", Optional.of(Duration.ofDays(1))), Duration.ofHours(1))
        .start(to(BROKEN), ticket());
    assertEquals("webhook at http://broken after 1: busy", buried.take());
  }

  @Test
  void a_courier_that_breaks_ends_in_a_dead_letter() throws Exception {
    dispatcher(
            _ -> {
              throw new IllegalStateException("bug");
            },
            Duration.ZERO)
        .start(to(OTHER), ticket());
    assertTrue(buried.take().contains("bug"));
  }

  @Test
  void a_broken_receiver_holds_up_no_other() throws Exception {
    Dispatcher dispatcher = dispatcher(this::halfBroken, Duration.ofHours(1));
    for (int started = 0; started < 3; started++) {
      dispatcher.start(to(BROKEN), ticket());
      assertEquals(BROKEN, failed.take());
    }
    List<Delivery> both = List.of(to(BROKEN), to(OTHER));
    await(() -> dispatcher.hasRoom(both));
    Ticket ticket = new Ticket(EVENTS, 2, 2);
    both.forEach(delivery -> dispatcher.start(delivery, ticket));
    assertEquals(OTHER, sent.take());
    assertEquals("webhook at http://broken after 0: 3 others wait for it to answer", buried.take());
    await(ticket::isFinished);
  }

  @Test
  void a_receiver_that_works_is_waited_for() {
    Dispatcher dispatcher = dispatcher(this::hang, Duration.ofHours(1));
    for (int started = 0; started < 3; started++) {
      assertTrue(dispatcher.hasRoom(List.of(to(OTHER))));
      dispatcher.start(to(OTHER), ticket());
    }
    assertFalse(dispatcher.hasRoom(List.of(to(OTHER))));
    assertTrue(dispatcher.hasRoom(List.of(to(BROKEN))));
  }

  private Attempt hang(Delivery delivery) throws InterruptedException {
    never.await();
    return new Attempt.Sent();
  }

  @Test
  void what_is_stopped_is_not_finished_and_leaves_room() {
    Dispatcher dispatcher = dispatcher(this::hang, Duration.ofHours(1));
    Ticket ticket = ticket();
    for (int started = 0; started < 3; started++) {
      dispatcher.start(to(OTHER), ticket);
    }
    dispatcher.stop(List.of(EVENTS));
    await(() -> dispatcher.hasRoom(List.of(to(OTHER), to(BROKEN))));
    assertFalse(ticket.isFinished());
  }
}
