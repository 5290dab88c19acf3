// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.message.Topics;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import io.odometer.core.task.TaskResource;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.KafkaClients;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.platform.task.TaskHandler;
import io.odometer.platform.task.TaskWorker;
import io.odometer.platform.task.TaskWorkerSettings;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Workers keep this on every broker. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class TaskContract {
  static final Duration LOCK = Duration.ofSeconds(1);

  private final Closer closer = new Closer();
  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private String service = "";
  private ExecutionId execution = new ExecutionId("unset");

  abstract KafkaSettings settings();

  @BeforeEach
  final void name() {
    service = "worker-" + UUID.randomUUID();
    execution = new ExecutionId(UUID.randomUUID().toString());
    store.ensureBucket(Buckets.WORK);
  }

  @AfterEach
  final void closeAll() {
    released.countDown();
    closer.close();
  }

  private TaskWorker worker(TaskWorkerSettings how, Map<String, TaskHandler> handlers) {
    TaskWorker worker =
        closer.add(
            new TaskWorker(service, settings(), store, handlers, how, new PrometheusRegistry()));
    worker.start();
    return worker;
  }

  private TaskWorker worker(TaskHandler handler) {
    return worker(how(1), Map.of("count", handler));
  }

  private static TaskWorkerSettings how(int parallel) {
    return new TaskWorkerSettings(parallel, LOCK, 5, Duration.ZERO);
  }

  private Reports reports() {
    return closer.add(Reports.ofTasks(settings()));
  }

  private TaskCommand command(String taskId, String task, String state, int input) {
    return new TaskCommand(
        taskId,
        new TaskResource(service, task),
        execution,
        state,
        Instant.parse("2026-01-02T03:04:05Z"),
        Json.object().put("number", input));
  }

  private void send(TaskCommand command) {
    closer
        .add(new JsonProducer(settings(), "contract"))
        .sendAndWait(Topics.tasks(service), execution.toString(), command);
  }

  private JsonNode doubled(JsonNode input) {
    runs.incrementAndGet();
    return Json.object().put("doubled", 2 * input.get("number").asInt());
  }

  @Test
  void a_task_is_run_kept_and_reported() {
    Reports reports = reports();
    worker((context, input) -> doubled(input));
    send(command("try-1", "count", "Models[1]/Count", 21));
    TaskReport.Succeeded report =
        assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-1"));
    assertEquals(Json.tree("{\"doubled\": 42}"), report.output());
    assertInstanceOf(TaskReport.Heartbeat.class, reports.of(execution).getFirst());
    List<ObjectKey> kept =
        store.list(Buckets.WORK, execution + "/Models-1-/Count/").map(info -> info.key()).toList();
    assertEquals(1, kept.size());
    assertEquals("result.json", kept.getFirst().name());
  }

  @Test
  void commands_sent_before_the_first_worker_are_not_lost() {
    Reports reports = reports();
    send(command("try-1", "count", "Count", 1));
    worker((context, input) -> doubled(input));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-1"));
  }

  @Test
  void the_result_of_an_earlier_try_is_reported_without_a_second_run() {
    Reports reports = reports();
    worker((context, input) -> doubled(input));
    send(command("try-1", "count", "Count", 21));
    TaskReport first = reports.awaitEnd(execution, "try-1");
    send(command("try-2", "count", "Count", 21));
    TaskReport second = reports.awaitEnd(execution, "try-2");
    assertEquals(((TaskReport.Succeeded) first).output(), ((TaskReport.Succeeded) second).output());
    assertEquals(1, runs.get());
    send(command("try-3", "count", "Count", 22));
    reports.awaitEnd(execution, "try-3");
    assertEquals(2, runs.get(), "another input is another task");
  }

  @Test
  void a_failure_is_reported_by_its_name_and_may_be_tried_again() {
    Reports reports = reports();
    worker(
        (context, input) -> {
          if (runs.incrementAndGet() == 1) {
            throw new OdometerException(Errors.DATA_EMPTY, "no rows in cars.csv");
          }
          return input;
        });
    send(command("try-1", "count", "Count", 1));
    assertEquals(
        new TaskReport.Failed(execution, "try-1", Errors.DATA_EMPTY, "no rows in cars.csv"),
        reports.awaitEnd(execution, "try-1"));
    send(command("try-2", "count", "Count", 1));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-2"));
  }

  @Test
  void what_nobody_foresaw_is_an_internal_error_and_the_worker_goes_on() {
    Reports reports = reports();
    worker(
        (context, input) -> {
          if (input.get("number").asInt() == 1) {
            throw new UnsatisfiedLinkError("libgomp.so.1");
          }
          return input;
        });
    send(command("try-1", "count", "Count", 1));
    send(command("try-2", "unheard-of", "Count", 2));
    send(command("try-3", "count", "Count", 3));
    assertInternal("libgomp", reports.awaitEnd(execution, "try-1"));
    assertInternal("unheard-of", reports.awaitEnd(execution, "try-2"));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-3"));
  }

  private static void assertInternal(String word, TaskReport report) {
    TaskReport.Failed failed = assertInstanceOf(TaskReport.Failed.class, report);
    assertEquals(Errors.INTERNAL, failed.error());
    assertTrue(failed.cause().contains(word), failed::cause);
  }

  @Test
  void what_is_no_command_does_not_stand_in_the_way() {
    Reports reports = reports();
    worker((context, input) -> doubled(input));
    new Reports(settings(), Topics.tasks(service)).close();
    try (KafkaProducer<String, byte[]> raw =
        new KafkaProducer<>(KafkaClients.producer(settings(), "raw"))) {
      var _ =
          raw.send(new ProducerRecord<>(Topics.tasks(service).name(), "a", "junk".getBytes(UTF_8)));
    }
    send(command("try-1", "count", "Count", 1));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-1"));
  }

  @Test
  void commands_of_an_aborted_transaction_are_never_run() {
    Reports reports = reports();
    worker((context, input) -> doubled(input));
    new Reports(settings(), Topics.tasks(service)).close();
    Map<String, Object> properties = new HashMap<>(KafkaClients.producer(settings(), "raw"));
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service);
    try (KafkaProducer<String, byte[]> raw = new KafkaProducer<>(properties)) {
      raw.initTransactions();
      raw.beginTransaction();
      var _ = raw.send(message(command("aborted", "count", "Count", 1)));
      raw.flush();
      raw.abortTransaction();
      raw.beginTransaction();
      var _ = raw.send(message(command("committed", "count", "Count", 2)));
      raw.commitTransaction();
    }
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "committed"));
    assertEquals(1, runs.get());
  }

  private ProducerRecord<String, byte[]> message(TaskCommand command) {
    return new ProducerRecord<>(
        Topics.tasks(service).name(), execution.toString(), Json.bytes(command));
  }

  @Test
  void a_worker_runs_as_many_tasks_at_once_as_it_may() {
    Reports reports = reports();
    CyclicBarrier both = new CyclicBarrier(2);
    worker(
        how(2),
        Map.of(
            "count",
            (context, input) -> {
              meet(both);
              return input;
            }));
    send(command("try-1", "count", "One", 1));
    send(command("try-2", "count", "Two", 2));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-1"));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-2"));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception alone) {
      throw new IllegalStateException("nobody came", alone);
    }
  }

  @Test
  void a_lone_task_is_taken_before_its_lock_runs_out() {
    Reports reports = reports();
    prepareGroup(how(2));
    worker(how(2), Map.of("count", (context, input) -> doubled(input)));
    for (int i = 1; i <= 5; i++) {
      send(command("try-" + i, "count", "Count-" + i, i));
      assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-" + i));
    }
    assertEquals(5, runs.get());
  }

  @Test
  void a_task_that_takes_many_locks_runs_once_and_tells_how_far_it_is() {
    Reports reports = reports();
    TaskHandler slow =
        (context, input) -> {
          runs.incrementAndGet();
          context.progress(Json.object().put("round", 1));
          waitFor(released, LOCK.multipliedBy(5));
          context.progress(Json.object().put("round", 2));
          return input;
        };
    worker(slow);
    worker(slow);
    send(command("try-1", "count", "Count", 1));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-1"));
    assertEquals(1, runs.get());
    assertTrue(
        reports.of(execution).stream()
            .anyMatch(
                report ->
                    report instanceof TaskReport.Heartbeat heartbeat
                        && heartbeat.progress().path("round").asInt() == 2));
  }

  @Test
  void a_task_waiting_behind_long_ones_is_neither_worn_out_nor_given_up() {
    Reports reports = reports();
    worker(
        new TaskWorkerSettings(1, LOCK, 1, Duration.ZERO),
        Map.of(
            "count",
            (context, input) -> {
              runs.incrementAndGet();
              waitFor(released, LOCK.multipliedBy(input.get("number").asInt()));
              return input;
            }));
    send(command("try-1", "count", "Long", 8));
    send(command("try-2", "count", "Queued", 0));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-1"));
    assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-2"));
    assertEquals(2, runs.get());
  }

  private static boolean waitFor(CountDownLatch latch, Duration limit) {
    try {
      return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void a_worker_that_stops_hands_its_task_to_another() throws Exception {
    Reports reports = reports();
    TaskWorker first =
        worker(
            (context, input) -> {
              entered.countDown();
              waitFor(released, Duration.ofSeconds(60));
              return Json.object().put("by", "first");
            });
    send(command("try-1", "count", "Count", 1));
    assertTrue(entered.await(30, TimeUnit.SECONDS));
    first.close();
    worker((context, input) -> Json.object().put("by", "second"));
    TaskReport.Succeeded report =
        assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-1"));
    assertEquals("second", report.output().get("by").asString());
  }

  @Test
  void a_task_whose_holder_falls_silent_goes_to_another() {
    Reports reports = reports();
    prepareGroup(how(1));
    try (KafkaShareConsumer<String, byte[]> silent = member()) {
      send(command("try-1", "count", "Count", 1));
      take(silent);
      worker((context, input) -> doubled(input));
      assertInstanceOf(TaskReport.Succeeded.class, reports.awaitEnd(execution, "try-1"));
    }
  }

  @Test
  void a_task_that_never_ends_is_given_up() {
    Reports reports = reports();
    TaskWorkerSettings once = new TaskWorkerSettings(1, LOCK, 1, Duration.ZERO);
    prepareGroup(once);
    try (KafkaShareConsumer<String, byte[]> dying = member()) {
      send(command("try-1", "count", "Count", 1));
      dying.acknowledge(take(dying), AcknowledgeType.RELEASE);
      dying.commitSync();
    }
    worker(once, Map.of("count", (context, input) -> doubled(input)));
    TaskReport.Failed failed =
        assertInstanceOf(TaskReport.Failed.class, reports.awaitEnd(execution, "try-1"));
    assertEquals(Errors.TASK_GIVEN_UP, failed.error());
    assertTrue(failed.cause().contains("given up after 1"), failed::cause);
    assertEquals(0, runs.get());
  }

  private void prepareGroup(TaskWorkerSettings how) {
    try (TaskWorker worker = worker(how, Map.of())) {
      Instant deadline = Instant.now().plusSeconds(30);
      while (!(worker.check() instanceof Health.Ready)) {
        assertTrue(Instant.now().isBefore(deadline), () -> worker.check().toString());
      }
    }
  }

  private KafkaShareConsumer<String, byte[]> member() {
    String group = Topics.tasks(service).name();
    KafkaShareConsumer<String, byte[]> member =
        new KafkaShareConsumer<>(KafkaClients.shareConsumer(settings(), "test-member", group));
    member.subscribe(List.of(group));
    return member;
  }

  private static ConsumerRecord<String, byte[]> take(KafkaShareConsumer<String, byte[]> member) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(deadline)) {
      ConsumerRecords<String, byte[]> polled = member.poll(Duration.ofMillis(100));
      if (!polled.isEmpty()) {
        return polled.iterator().next();
      }
    }
    throw new AssertionError("nothing to take");
  }
}
