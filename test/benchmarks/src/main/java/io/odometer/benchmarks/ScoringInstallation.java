// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.monitor.Monitor;
import io.odometer.monitor.MonitorConfig;
import io.odometer.orchestrator.Orchestrator;
import io.odometer.orchestrator.OrchestratorConfig;
import io.odometer.platform.config.Settings;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import io.odometer.scorer.ScorerMain;
import io.odometer.standalone.Ports;
import io.odometer.standalone.kafka.EmbeddedKafka;
import io.odometer.trainer.Trainer;
import io.odometer.trainer.TrainerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Broker, orchestrator and trainer in this process, a scorer in one of its own with a small heap.
 */
final class ScoringInstallation implements AutoCloseable {
  static final ProjectName PROJECT = new ProjectName("bench");

  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final Closer parts = new Closer();
  private final HttpClient http = parts.add(HttpClient.newHttpClient());
  private final Map<String, String> environment;
  private final S3ObjectStore store;
  private final Orchestrator orchestrator;

  ScoringInstallation(Path folder, StoreSettings storeSettings) {
    EmbeddedKafka kafka = parts.add(new EmbeddedKafka(folder.resolve("kafka"), Ports.free()));
    kafka.start();
    environment = environment(kafka, storeSettings);
    store = parts.add(new S3ObjectStore(storeSettings));
    orchestrator = parts.add(new Orchestrator(read(OrchestratorConfig::from)));
    orchestrator.start();
  }

  private static Map<String, String> environment(EmbeddedKafka kafka, StoreSettings store) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ODOMETER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put("ODOMETER_KAFKA_REPLICATION", "1");
    environment.put("ODOMETER_KAFKA_PARTITIONS", "2");
    environment.put("ODOMETER_S3_ENDPOINT", store.endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", store.accessKey());
    environment.put("AWS_SECRET_ACCESS_KEY", store.secretKey());
    environment.put("ODOMETER_HTTP_PORT", "0");
    environment.put("ODOMETER_RECONCILE_INTERVAL", "PT1S");
    return environment;
  }

  private <T> T read(java.util.function.Function<Settings, T> reader) {
    return Settings.read(environment, reader).value();
  }

  /** Returns when both algorithms have a champion. */
  void train(ScoringTable table) {
    try (Trainer trainer = new Trainer(read(TrainerConfig::from));
        Monitor monitor = new Monitor(read(MonitorConfig::from))) {
      trainer.start();
      monitor.start();
      String settings =
          """
          {"target": "%s", "quietPeriod": "PT0S", "algorithms": {
            "xgboost": {"num_round": 100, "max_depth": 6, "early_stopping_rounds": 0},
            "linear": {}}}
          """
              .formatted(table.target());
      await("the project", () -> call("PUT", "/api/projects/" + PROJECT, settings));
      store.ensureBucket(Buckets.TRAINING);
      ObjectKey key = new ObjectKey(Buckets.TRAINING, PROJECT + "/table.csv");
      store.put(key, table.training(), new PutCondition.Always());
      await("the training", () -> call("GET", "/api/endpoints/" + PROJECT, ""));
    }
  }

  /** The manifest of the scored file, once it is there. */
  JsonNode score(Path file, List<String> heap) throws IOException {
    int port = Ports.free();
    Process scorer = scorer(heap, port);
    try {
      await("the scorer", () -> call(port, "GET", "/health/ready", ""));
      ObjectKey input = ScoringObjects.input(PROJECT, "rows.csv");
      store.ensureBucket(Buckets.SCORING);
      store.putFile(input, file, new PutCondition.Always());
      ObjectKey manifest = ScoringObjects.manifest(PROJECT, input);
      return await("the scored file", () -> manifest(scorer, manifest));
    } finally {
      scorer.destroyForcibly();
    }
  }

  private Optional<JsonNode> manifest(Process scorer, ObjectKey key) {
    if (!scorer.isAlive()) {
      throw new IllegalStateException("the scorer ended with " + scorer.exitValue());
    }
    return store.find(key).map(found -> Json.tree(store.read(key)));
  }

  private Process scorer(List<String> heap, int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(heap);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), ScorerMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("ODOMETER_HTTP_PORT", String.valueOf(port));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Optional<JsonNode> call(String method, String path, String body) {
    return call(orchestrator.port(), method, path, body);
  }

  private Optional<JsonNode> call(int port, String method, String path, String body) {
    URI uri = URI.create("http://" + Ports.HOST + ":" + port + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body)).build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      return answer.statusCode() / 100 == 2
          ? Optional.of(Json.tree(answer.body()))
          : Optional.empty();
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static <T> T await(String what, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = look(look);
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
    throw new IllegalStateException("waited %s for %s".formatted(LIMIT, what));
  }

  private static <T> Optional<T> look(Supplier<Optional<T>> look) {
    try {
      return look.get();
    } catch (OdometerException notYet) {
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
