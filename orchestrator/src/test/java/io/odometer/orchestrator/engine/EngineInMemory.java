// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topic;
import io.odometer.core.message.Topics;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.project.Split;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import io.odometer.orchestrator.project.SettingsPut;
import io.odometer.orchestrator.trigger.MinioNotifications;
import io.odometer.platform.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The engine's topology with every topic in memory, a clock that a test moves, and workers. */
final class EngineInMemory implements AutoCloseable {
  static final ProjectName PROJECT = new ProjectName("cars");
  static final Duration QUIET = Duration.ofSeconds(1);

  final FakeTrainer trainer = new FakeTrainer();
  final FakeScorer scorer = new FakeScorer();
  final FakeMonitor monitor = new FakeMonitor();
  final Skips skips = new Skips();
  private final TopologyTestDriver driver;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Map<String, List<TestRecord<String, byte[]>>> read = new LinkedHashMap<>();

  EngineInMemory(Path directory) {
    driver =
        new TopologyTestDriver(
            EngineTopology.of(Workflows.builtIn(), new MinioNotifications(), skips),
            StreamsSettings.of(new KafkaSettings("nowhere:9092", 1, 1), directory),
            now);
  }

  static Project project() {
    return new Project(
        PROJECT,
        "price",
        Map.of(Algorithm.XGBOOST, Map.of(), Algorithm.LINEAR, Map.of()),
        Split.DEFAULT,
        Map.of(),
        EndpointRule.DEFAULT,
        null,
        Map.of(),
        List.of(),
        QUIET,
        ScoringSettings.DEFAULT,
        MonitoringSettings.DEFAULT,
        List.of(),
        0);
  }

  void create() {
    send(EngineTopics.PROJECT_EVENTS, PROJECT.value(), new SettingsPut("put", project()));
  }

  void drop(String path, String etag) {
    tell("s3:ObjectCreated:Put", "training", path, etag);
  }

  void dropToScore(String path, String etag) {
    tell("s3:ObjectCreated:Put", "scoring", path, etag);
  }

  void removeFromScoring(String path) {
    tell("s3:ObjectRemoved:Delete", "scoring", path, "");
  }

  /** As MinIO does. */
  private void tell(String event, String bucket, String path, String etag) {
    send(
        Topics.OBJECT_EVENTS,
        bucket + "/" + path,
        Json.tree(
            """
            {"EventName": "%1$s", "Key": "%2$s/%3$s", "Records": [{
              "eventName": "%1$s", "eventTime": "%5$s",
              "s3": {"bucket": {"name": "%2$s"},
                     "object": {"key": "%3$s", "size": 10, "eTag": "%4$s"}}}]}
            """
                .formatted(event, bucket, path, etag, now)));
  }

  <T> void send(Topic<? super T> topic, String key, T value) {
    sendBytes(topic.name(), key, Json.bytes(value));
  }

  void sendBytes(String topic, String key, byte[] value) {
    driver
        .createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  void later(Duration wait) {
    now = now.plus(wait);
    driver.advanceWallClockTime(wait);
  }

  /** Commands for the trainer that were not yet taken. */
  List<TaskCommand> takeCommands() {
    return takeCommands("trainer");
  }

  List<TaskCommand> takeCommands(String service) {
    int taken = read.getOrDefault("tasks." + service, List.of()).size();
    List<TaskCommand> all = values(Topics.tasks(service));
    return all.subList(taken, all.size());
  }

  /** The scorer works until there is nothing left to do. */
  void score() {
    for (var open = takeCommands("scorer"); !open.isEmpty(); open = takeCommands("scorer")) {
      open.forEach(command -> report(scorer.work(command)));
    }
  }

  /** Trainer and monitor work until there is nothing left to do. */
  void work() {
    while (monitor() || trainSome()) {
      // Each may make work for the other.
    }
  }

  private boolean trainSome() {
    List<TaskCommand> open = takeCommands();
    open.forEach(command -> report(trainer.work(command)));
    return !open.isEmpty();
  }

  /** The monitor does what there is to do now. */
  boolean monitor() {
    List<TaskCommand> open = takeCommands("monitor");
    open.forEach(command -> report(monitor.work(command)));
    return !open.isEmpty();
  }

  void report(TaskReport report) {
    send(Topics.TASK_RESULTS, report.execution().value(), report);
  }

  /** A CSV is dropped, the bucket is quiet, the trainer does its work. */
  void train(String name, String etag) {
    drop(PROJECT + "/" + name, etag);
    later(QUIET.plusMillis(10));
    work();
  }

  List<ExecutionRecord> executions() {
    Map<String, ExecutionRecord> newest = new LinkedHashMap<>();
    records(Topics.EXECUTIONS)
        .forEach(
            record -> newest.put(record.key(), Json.read(record.value(), ExecutionRecord.class)));
    return List.copyOf(newest.values());
  }

  List<String> events() {
    return values(Topics.EVENTS).stream().map(SystemEvent::type).toList();
  }

  <T> List<T> values(Topic<T> topic) {
    return records(topic).stream().map(record -> Json.read(record.value(), topic.type())).toList();
  }

  /** Everything that was ever sent to a topic. */
  List<TestRecord<String, byte[]>> records(Topic<?> topic) {
    List<TestRecord<String, byte[]>> all =
        read.computeIfAbsent(topic.name(), name -> new ArrayList<>());
    TestOutputTopic<String, byte[]> output =
        driver.createOutputTopic(
            topic.name(), new StringDeserializer(), new ByteArrayDeserializer());
    all.addAll(output.readRecordsToList());
    return all;
  }

  List<String> keys(String store) {
    List<String> keys = new ArrayList<>();
    try (var all = driver.<String, byte[]>getKeyValueStore(store).all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }

  void corrupt(String store, String key) {
    driver
        .<String, byte[]>getKeyValueStore(store)
        .put(key, "{\"project\": \"cars\"}".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    driver.close();
  }
}
