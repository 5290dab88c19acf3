// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.core.json.Json;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.standalone.Standalone;
import io.odometer.standalone.StandaloneSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A running Odometer and the doors that its users have: S3 and the two HTTP APIs. */
final class Installation implements AutoCloseable {
  private final Standalone standalone;
  private final S3ObjectStore store;
  private final HttpClient http = HttpClient.newHttpClient();

  private Installation(Standalone standalone) {
    this.standalone = standalone;
    this.store = new S3ObjectStore(standalone.store());
  }

  static Installation started(Path data) {
    var standalone = new Standalone(StandaloneSettings.onFreePorts(data));
    standalone.start();
    return new Installation(standalone);
  }

  /** An HTTP answer. */
  record Answer(int status, JsonNode body) {}

  Answer control(String method, String path, String body) {
    return call(standalone.addresses().control(), method, path, body);
  }

  Answer api(String method, String path, String body) {
    return call(standalone.addresses().api(), method, path, body);
  }

  void makeProject(String name, String settings) {
    var answer = control("PUT", "/api/projects/" + name, settings);
    if (answer.status() != 200) {
      throw new IllegalStateException("the project was refused: " + answer);
    }
  }

  void drop(String project, String file, byte[] content) {
    var key = new ObjectKey(Buckets.TRAINING, project + "/" + file);
    store.put(key, content, new PutCondition.Always());
  }

  void drop(String project, String file, String content) {
    drop(project, file, content.getBytes(StandardCharsets.UTF_8));
  }

  void put(ObjectKey key, byte[] content) {
    store.put(key, content, new PutCondition.Always());
  }

  Optional<byte[]> find(ObjectKey key) {
    return store.find(key).map(found -> store.read(key));
  }

  /** Every request of the endpoint that is in the bucket, as it was captured. */
  List<JsonNode> captured(String endpoint) {
    return Captured.of(store, endpoint);
  }

  /** Newest first. */
  List<JsonNode> executions(String project) {
    return list("/api/executions?project=" + project, "executions");
  }

  /** Newest first. */
  List<JsonNode> models(String project) {
    return list("/api/projects/" + project + "/models", "models");
  }

  List<JsonNode> events(String project) {
    return list("/api/events?project=" + project, "events");
  }

  JsonNode execution(String id) {
    return control("GET", "/api/executions/" + id, "").body();
  }

  /** Waits until so many executions of the project have ended, and returns the newest in full. */
  JsonNode awaitEnd(String project, int count) {
    return await(
        "end %d of %s".formatted(count, project),
        () ->
            Optional.of(executions(project))
                .filter(all -> all.size() >= count && all.stream().noneMatch(this::isRunning))
                .map(all -> execution(all.getFirst().path("id").asString())));
  }

  /** Waits until that execution has ended, and returns it in full. */
  JsonNode awaitEnd(String id) {
    return await(
        "the end of " + id,
        () ->
            Optional.of(control("GET", "/api/executions/" + id, ""))
                .filter(answer -> answer.status() == 200 && !isRunning(answer.body()))
                .map(Answer::body));
  }

  /** Waits until the endpoint answers this record with 200. */
  JsonNode awaitPrediction(String project, String row) {
    return await(
        "a prediction of " + project,
        () ->
            Optional.of(api("POST", "/endpoints/" + project + "/predict", row))
                .filter(answer -> answer.status() == 200)
                .map(Answer::body));
  }

  <T> T await(String what, Supplier<Optional<T>> look) {
    return Await.found(what, look);
  }

  private boolean isRunning(JsonNode execution) {
    return execution.path("status").asString().equals("RUNNING");
  }

  private List<JsonNode> list(String path, String field) {
    return control("GET", path, "").body().path(field).valueStream().toList();
  }

  private Answer call(URI base, String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), Json.tree(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    store.close();
    standalone.close();
  }
}
