// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.monitor.Monitor;
import io.odometer.monitor.MonitorConfig;
import io.odometer.monitor.MonitorMain;
import io.odometer.orchestrator.Orchestrator;
import io.odometer.orchestrator.OrchestratorConfig;
import io.odometer.platform.config.Settings;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import io.odometer.scorer.ScorerMain;
import io.odometer.standalone.Ports;
import io.odometer.standalone.kafka.EmbeddedKafka;
import io.odometer.standalone.store.Credentials;
import io.odometer.standalone.store.EmbeddedStore;
import io.odometer.trainer.Trainer;
import io.odometer.trainer.TrainerConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What services need around them, in this process: broker, store, orchestrator, trainer. Those that
 * are to be killed are processes of their own.
 */
final class Surroundings implements AutoCloseable {
  static final ProjectName PROJECT = new ProjectName("killed");

  private static final Credentials KEYS = new Credentials("end-to-end", "end-to-end-secret");

  private final Closer parts = new Closer();
  private final Path folder;
  private final int storePort = Ports.free();
  private final EmbeddedKafka kafka;
  private EmbeddedStore embeddedStore;
  private final S3ObjectStore store;
  private final HttpDoor control;

  private Surroundings(Path folder) {
    this.folder = folder;
    kafka = parts.add(new EmbeddedKafka(folder.resolve("kafka"), Ports.free()));
    parts.add(this::stopStore);
    embeddedStore = newStore();
    kafka.start();
    embeddedStore.start();
    store = parts.add(new S3ObjectStore(read(StoreSettings::from)));
    var orchestrator = add(new Orchestrator(read(OrchestratorConfig::from)));
    add(new Trainer(read(TrainerConfig::from)));
    control = parts.add(new HttpDoor(orchestrator.port()));
  }

  /** With a project that has champions, and no scorer. */
  static Surroundings ofScorers(Path folder) {
    var surroundings = new Surroundings(folder);
    surroundings.add(new Monitor(surroundings.read(MonitorConfig::from)));
    surroundings.train();
    return surroundings;
  }

  /** Without a monitor, and so without a champion until there is one. */
  static Surroundings ofMonitors(Path folder) {
    return new Surroundings(folder);
  }

  /** Runs it in this process until everything is closed. */
  <S extends Service> S add(S service) {
    parts.add(service);
    start(service);
    return service;
  }

  private static void start(Service service) {
    service.start();
    Await.that(service.name(), () -> service.check() instanceof Health.Ready);
  }

  void train() {
    control.call("PUT", "/api/projects/" + PROJECT, Tables.UNSCHEDULED);
    var table = new ObjectKey(Buckets.TRAINING, PROJECT + "/one.csv");
    store.put(table, bytes(Tables.learnable(2000, 11)), new PutCondition.Always());
    Await.that("a champion", () -> control.answers("/api/endpoints/" + PROJECT));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  <T> T read(Function<Settings, T> reader) {
    return Settings.read(environment(), reader).value();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("ODOMETER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put("ODOMETER_KAFKA_PARTITIONS", "2");
    environment.put("ODOMETER_S3_ENDPOINT", "http://" + Ports.HOST + ":" + storePort);
    environment.put("AWS_ACCESS_KEY_ID", KEYS.accessKey());
    environment.put("AWS_SECRET_ACCESS_KEY", KEYS.secretKey());
    environment.put("ODOMETER_RECONCILE_INTERVAL", "200ms");
    environment.put("ODOMETER_HTTP_PORT", "0");
    environment.put("ODOMETER_TASK_LOCK", "1s");
    environment.put("ODOMETER_RANGE_MEGABYTES", "1");
    environment.put("ODOMETER_CAPTURE_ROLL", "300ms");
    return environment;
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

  ServiceProcess scorer() {
    return launched(ScorerMain.class);
  }

  ServiceProcess monitor() {
    return launched(MonitorMain.class);
  }

  private ServiceProcess launched(Class<?> main) {
    return ServiceProcess.launched(
        main, environment(), folder.resolve(main.getSimpleName() + ".log"));
  }

  HttpDoor control() {
    return control;
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

  JsonNode execution(String id) {
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
