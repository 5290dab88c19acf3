// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.orchestrator.Orchestrator;
import io.odometer.orchestrator.OrchestratorConfig;
import io.odometer.platform.config.Settings;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import io.odometer.standalone.Ports;
import io.odometer.standalone.kafka.EmbeddedKafka;
import io.odometer.standalone.store.Credentials;
import io.odometer.standalone.store.EmbeddedStore;
import io.odometer.trainer.Trainer;
import io.odometer.trainer.TrainerConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * All that a scorer needs around it, in this process, with a project that has champions: broker,
 * store, orchestrator, trainer. Scorers are processes of their own.
 */
final class ScorersSurroundings implements AutoCloseable {
  static final ProjectName PROJECT = new ProjectName("killed");

  private static final Credentials KEYS = new Credentials("end-to-end", "end-to-end-secret");

  private final Closer parts = new Closer();
  private final Path folder;
  private final int storePort = Ports.free();
  private final EmbeddedKafka kafka;
  private EmbeddedStore embeddedStore;
  private final S3ObjectStore store;
  private final HttpDoor control;

  private ScorersSurroundings(Path folder) {
    this.folder = folder;
    kafka = parts.add(new EmbeddedKafka(folder.resolve("kafka"), Ports.free()));
    parts.add(this::stopStore);
    embeddedStore = newStore();
    kafka.start();
    embeddedStore.start();
    store = parts.add(new S3ObjectStore(read(StoreSettings::from)));
    var orchestrator = parts.add(new Orchestrator(read(OrchestratorConfig::from)));
    var trainer = parts.add(new Trainer(read(TrainerConfig::from)));
    start(orchestrator);
    start(trainer);
    control = parts.add(new HttpDoor(orchestrator.port()));
  }

  static ScorersSurroundings started(Path folder) {
    var surroundings = new ScorersSurroundings(folder);
    surroundings.train();
    return surroundings;
  }

  private static void start(Service service) {
    service.start();
    Await.that(service.name(), () -> service.check() instanceof Health.Ready);
  }

  private void train() {
    control.call("PUT", "/api/projects/" + PROJECT, Tables.QUICK);
    var table = new ObjectKey(Buckets.TRAINING, PROJECT + "/one.csv");
    store.put(table, bytes(Tables.learnable(2000, 11)), new PutCondition.Always());
    Await.that("a champion", () -> control.answers("/api/endpoints/" + PROJECT));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private <T> T read(Function<Settings, T> reader) {
    return Settings.read(environment(), reader).value();
  }

  private Map<String, String> environment() {
    return Map.of(
        "ODOMETER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
        "ODOMETER_KAFKA_PARTITIONS", "2",
        "ODOMETER_S3_ENDPOINT", "http://" + Ports.HOST + ":" + storePort,
        "AWS_ACCESS_KEY_ID", KEYS.accessKey(),
        "AWS_SECRET_ACCESS_KEY", KEYS.secretKey(),
        "ODOMETER_RECONCILE_INTERVAL", "200ms",
        "ODOMETER_HTTP_PORT", "0",
        "ODOMETER_TASK_LOCK", "1s",
        "ODOMETER_RANGE_MEGABYTES", "1");
  }

  private EmbeddedStore newStore() {
    return new EmbeddedStore(folder.resolve("s3"), storePort, KEYS);
  }

  /** Nobody answers at its address until it is started again. */
  void stopStore() {
    embeddedStore.close();
  }

  void startStoreAgain() {
    embeddedStore = newStore();
    embeddedStore.start();
  }

  ScorerProcess scorer() {
    return ScorerProcess.launched(environment(), folder.resolve("scorers.log"));
  }

  S3ObjectStore store() {
    return store;
  }

  Scoring drop(String name, byte[] content) {
    ObjectKey key = ScoringObjects.input(PROJECT, name);
    store.put(key, content, new PutCondition.Always());
    return new Scoring(this, key);
  }

  /** Those about this file, in full, newest first. */
  List<JsonNode> executions(ObjectKey file) {
    return Json.tree(control.get("/api/executions?project=" + PROJECT).body())
        .path("executions")
        .valueStream()
        .filter(execution -> execution.path("workflow").asString().equals("batch-scoring"))
        .map(execution -> execution(execution.path("id").asString()))
        .filter(execution -> isAbout(execution, file))
        .toList();
  }

  private JsonNode execution(String id) {
    return Json.tree(control.get("/api/executions/" + id).body());
  }

  private static boolean isAbout(JsonNode execution, ObjectKey file) {
    JsonNode key = execution.path("input").path("object").path("key");
    return key.equals(Json.toTree(file));
  }

  @Override
  public void close() {
    parts.close();
  }
}
