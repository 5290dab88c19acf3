// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.message.Topics;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectStore;
import io.odometer.endtoend.Interposed.Interposition;
import io.odometer.monitor.sink.CaptureSink;
import io.odometer.monitor.sink.SinkConsumer;
import io.odometer.monitor.sink.SinkSettings;
import io.odometer.platform.kafka.BulkProducer;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.standalone.Ports;
import io.odometer.standalone.kafka.EmbeddedKafka;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, each captured request is in the bucket once. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CaptureSinkTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Closer PARTS = new Closer();
  private static final InMemoryObjectStore STORE = new InMemoryObjectStore();
  private static final SortedSet<String> SENT = new TreeSet<>();

  private static KafkaSettings kafka = new KafkaSettings("unset", 1, 2);
  private static int nextId;

  private final Closer sinks = new Closer();

  @BeforeAll
  static void start(@TempDir Path folder) {
    EmbeddedKafka broker = PARTS.add(new EmbeddedKafka(folder, Ports.free()));
    broker.start();
    kafka = new KafkaSettings(broker.bootstrapServers(), 1, 2);
    STORE.ensureBucket(Buckets.CAPTURE);
  }

  @AfterAll
  static void stop() {
    PARTS.close();
  }

  @AfterEach
  void closeSinks() {
    sinks.close();
  }

  private CaptureSink sink(SinkSettings settings) {
    return sink(settings, STORE, new Interposition() {});
  }

  @SuppressWarnings("unchecked") // Of a class there is but the raw type.
  private CaptureSink sink(SinkSettings settings, ObjectStore store, Interposition onConsumer) {
    CaptureSink sink =
        new CaptureSink(
            () ->
                (Consumer<String, byte[]>)
                    Interposed.on(Consumer.class, SinkConsumer.open(kafka), onConsumer),
            store,
            settings,
            new PrometheusRegistry());
    sink.start();
    return sinks.add(sink);
  }

  private static SinkSettings batchesOf(int records) {
    return new SinkSettings(Duration.ofMillis(100), 1 << 20, records, 1 << 20);
  }

  private static void send(String endpoint, int count) {
    send(endpoint, count, "x");
  }

  /** Two hours in turn, so that each batch makes two objects. */
  private static void send(String endpoint, int count, String data) {
    try (BulkProducer producer = new BulkProducer(kafka, Topics.CAPTURES, "test", 1 << 20)) {
      for (int i = 0; i < count; i++) {
        String id = "%s-%05d".formatted(endpoint, nextId++);
        String time = NOON.plus(Duration.ofHours(i % 2)).toString();
        String record =
            """
            {"eventMetadata":{"eventId":"%s","inferenceTime":"%s"},
             "data":"%s"}
            """
                .formatted(id, time, data);
        SENT.add(id);
        var _ = producer.send(endpoint, record.getBytes(UTF_8));
      }
    }
  }

  private static List<String> ids() {
    return STORE
        .list(Buckets.CAPTURE, "")
        .map(found -> new String(STORE.read(found.key()), UTF_8))
        .flatMap(String::lines)
        .map(line -> Json.strictTree(line).at("/eventMetadata/eventId").stringValue())
        .sorted()
        .toList();
  }

  private static void awaitAll() {
    Await.that("all that was captured", () -> new TreeSet<>(ids()).containsAll(SENT));
    assertEquals(List.copyOf(SENT), ids());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wherever_a_sink_dies_each_record_gets_there_once(boolean after) {
    int call = 0;
    boolean died = true;
    while (died) {
      call++;
      Deaths deaths = new Deaths(call, after);
      send("deadly", 6);
      sink(batchesOf(6), Interposed.on(ObjectStore.class, STORE, deaths), deaths);
      awaitAll();
      died = deaths.happened();
      sinks.close();
    }
    assertTrue(call > 4, "calls: " + call);
  }

  @Test
  void while_the_bucket_is_away_it_waits_and_nothing_is_lost() {
    AtomicBoolean away = new AtomicBoolean(true);
    ObjectStore store =
        Interposed.on(
            ObjectStore.class,
            STORE,
            new Interposition() {
              @Override
              public void before(String call) {
                if (away.get()) {
                  throw new OdometerException(Errors.STORE_UNAVAILABLE, "it is away");
                }
              }
            });
    send("patient", 300, "x".repeat(10_000));
    CaptureSink sink = sink(batchesOf(1_000), store, new Interposition() {});
    Await.that("a sink that is not ready", () -> says(sink, "it is away"));
    send("patient", 10);
    away.set(false);

    awaitAll();
    Await.that("a sink that is ready", () -> sink.check() instanceof Health.Ready);
  }

  private static boolean says(CaptureSink sink, String reason) {
    return sink.check() instanceof Health.NotReady(String said) && said.contains(reason);
  }

  @Test
  void sinks_share_the_work_and_take_over_from_one_another() {
    List<String> endpoints = List.of("a", "b", "c", "d", "e");
    CaptureSink first = sink(batchesOf(7));
    endpoints.forEach(endpoint -> send(endpoint, 50));
    sink(batchesOf(11));
    endpoints.forEach(endpoint -> send(endpoint, 50));
    first.close();
    endpoints.forEach(endpoint -> send(endpoint, 50));

    awaitAll();
  }

  @Test
  void objects_are_laid_out_by_endpoint_and_hour_a_record_a_line() {
    sink(batchesOf(1_000));
    send("laid-out", 4);
    awaitAll();

    List<String> paths = paths("laid-out/");
    assertTrue(paths.size() >= 2, paths.toString());
    for (String path : paths) {
      assertTrue(
          path.matches(
              "laid-out/AllTraffic/2026/03/02/1[23]/00-00-000-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.jsonl"),
          path);
    }
  }

  private static List<String> paths(String prefix) {
    return STORE.list(Buckets.CAPTURE, prefix).map(found -> found.key().path()).toList();
  }

  @Test
  void what_nobody_could_read_is_left_out() {
    try (BulkProducer producer = new BulkProducer(kafka, Topics.CAPTURES, "test", 1 << 20)) {
      for (String bad : List.of("{", "[1]", "{\"eventMetadata\":{}}", "{\"a\":1} {}")) {
        var _ = producer.send("bad", bad.getBytes(UTF_8));
      }
      var _ = producer.send("No Endpoint", "{}".getBytes(UTF_8));
    }
    send("bad", 2);
    sink(batchesOf(3));

    awaitAll();
  }
}
