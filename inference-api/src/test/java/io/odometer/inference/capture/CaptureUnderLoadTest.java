// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.registry.Endpoint;
import io.odometer.platform.kafka.KafkaClients;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.testmodels.CarVersions;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** What is kept, and what is not, when there is more than can be kept. */
class CaptureUnderLoadTest {
  private static final Endpoint ENDPOINT = CarVersions.endpoint("uk", 1, CombinationRule.MAX);

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final List<String> sent = new ArrayList<>();

  private CompletableFuture<?> keep(String endpoint, byte[] value) {
    sent.add(Json.tree(value).at("/eventMetadata/eventId").stringValue());
    return CompletableFuture.completedFuture("sent");
  }

  private Capture capture(
      CaptureQueue queue, double share, DoubleSupplier chance, CaptureSender to) {
    Backoff quick = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), new Random(1));
    return new Capture(
        queue,
        new Capture.Surroundings(
            name -> share, chance, to, InstantSource.fixed(CarVersions.NOW), quick),
        registry);
  }

  private static Exchange exchange(Capture capture, String id, int size) {
    Exchange exchange = capture.begin(ENDPOINT, id).orElseThrow();
    exchange.sent("text/csv", "x".repeat(size).getBytes(UTF_8));
    exchange.answered(200, "text/csv", "1\n".getBytes(UTF_8));
    return exchange;
  }

  private double count(String metric, String... labels) {
    return registry.scrape(metric::equals).stream()
        .map(MetricSnapshot::getDataPoints)
        .flatMap(List::stream)
        .map(CounterSnapshot.CounterDataPointSnapshot.class::cast)
        .filter(point -> List.of(labels).stream().allMatch(label -> has(point, label)))
        .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
        .sum();
  }

  private static boolean has(CounterSnapshot.CounterDataPointSnapshot point, String value) {
    return point.getLabels().stream().anyMatch(label -> label.getValue().equals(value));
  }

  @Test
  void a_share_of_the_requests_is_kept_each_whole() {
    Random random = new Random(7);
    Capture capture = capture(new CaptureQueue(1, 1), 0.2, random::nextDouble, this::keep);

    long kept = 0;
    for (int i = 0; i < 10_000; i++) {
      kept += capture.begin(ENDPOINT, "id").stream().count();
    }

    assertEquals(2_000.0, (double) kept, 150.0);
  }

  @Test
  void a_share_of_0_keeps_nothing_and_of_1_everything() {
    CaptureQueue queue = new CaptureQueue(1, 1);
    assertEquals(Optional.empty(), capture(queue, 0, () -> 0, this::keep).begin(ENDPOINT, "id"));
    PrometheusRegistry other = new PrometheusRegistry();
    Capture.Surroundings all =
        new Capture.Surroundings(
            name -> 1,
            () -> Math.nextDown(1.0),
            this::keep,
            InstantSource.system(),
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1)));
    assertTrue(new Capture(queue, all, other).begin(ENDPOINT, "id").isPresent());
  }

  @Test
  void what_finds_no_room_is_dropped_and_counted_and_nobody_waits() {
    CountDownLatch gate = new CountDownLatch(1);
    CaptureSender stuck =
        (endpoint, value) -> {
          awaitOpen(gate);
          return keep(endpoint, value);
        };
    Capture capture = capture(new CaptureQueue(10_000, 100), 1, () -> 0, stuck);
    capture.start();
    for (int i = 0; i < 50; i++) {
      capture.offer(exchange(capture, "id-" + i, 1_000));
    }
    double dropped = count("odometer_capture_dropped", "uk", "queue_full");
    gate.countDown();
    capture.close();

    assertTrue(dropped > 40, "dropped: " + dropped);
    assertEquals(50, dropped + sent.size());
    assertEquals(sent.size(), count("odometer_captured", "uk"));
    assertEquals("id-0", sent.getFirst());
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void many_small_ones_are_bounded_in_number() {
    Capture capture = capture(new CaptureQueue(1 << 20, 3), 1, () -> 0, this::keep);
    for (int i = 0; i < 5; i++) {
      capture.offer(exchange(capture, "id", 1));
    }

    assertEquals(2, count("odometer_capture_dropped", "uk", "queue_full"));
  }

  @Test
  void while_kafka_is_away_it_is_tried_again_and_nothing_is_lost() {
    int[] failures = {5};
    CaptureSender absent =
        (endpoint, value) -> {
          if (failures[0]-- > 0) {
            throw new OdometerException(Errors.KAFKA_UNAVAILABLE, "no broker");
          }
          return keep(endpoint, value);
        };
    Capture capture = capture(new CaptureQueue(1 << 20, 100), 1, () -> 0, absent);
    capture.offer(exchange(capture, "first", 1));
    capture.offer(exchange(capture, "second", 1));
    capture.start();
    capture.close();

    assertEquals(List.of("first", "second"), sent);
  }

  @Test
  void one_that_kafka_does_not_take_is_dropped_and_the_next_is_kept() {
    CaptureSender picky =
        (endpoint, value) ->
            sent.isEmpty() && count("odometer_capture_dropped") < 2
                ? CompletableFuture.failedFuture(new OdometerException(Errors.INTERNAL, "no"))
                : keep(endpoint, value);
    Capture capture = capture(new CaptureQueue(64 << 20, 100), 1, () -> 0, picky);
    capture.offer(exchange(capture, "too large", KafkaClients.MOST_RECORD_BYTES));
    capture.offer(exchange(capture, "refused", 1));
    capture.offer(exchange(capture, "kept", 1));
    capture.start();
    capture.close();

    assertEquals(List.of("kept"), sent);
    assertEquals(1, count("odometer_capture_dropped", "too_large"));
  }
}
