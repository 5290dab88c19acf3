// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.data.Sample;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The whole job on the sample, through the same doors as any user: the table goes into the bucket
 * by S3, everything else is asked of the two HTTP APIs. Throws {@code Demo.*} if any of it fails.
 */
public final class Demo {
  private final Sample sample;
  private final ObjectStore store;
  private final ApiClient control;
  private final ApiClient api;
  private final Patience patience;
  private final PrintStream out;

  Demo(
      Sample sample,
      ObjectStore store,
      ApiClient control,
      ApiClient api,
      Patience patience,
      PrintStream out) {
    this.sample = sample;
    this.store = store;
    this.control = control;
    this.api = api;
    this.patience = patience;
    this.out = out;
  }

  public void run() {
    ensureProject();
    JsonNode execution = follow(begin());
    showMetrics(execution.path("id").asString());
    new Prediction(control, api, patience, out).show(sample.project());
  }

  private void ensureProject() {
    String path = "/api/projects/" + sample.project();
    if (control.get(path).status() == 404) {
      control.required("making the project", control.put(path, sample.settings()));
    }
  }

  /** The id of the execution to follow. */
  private String begin() {
    var key = new ObjectKey(Buckets.TRAINING, sample.project() + "/" + sample.table());
    Set<String> before = executions();
    byte[] content = sample.content();
    Optional<ObjectInfo> old = store.find(key);
    if (old.isPresent() && Digests.md5(content).equals(old.get().etag())) {
      return again(key);
    }
    out.printf("Dropping %s (%,d bytes) in the bucket%n%n", key, content.length);
    store.put(key, content, new PutCondition.Always());
    return patience.await("an execution for " + key, () -> newExecution(before));
  }

  private String again(ObjectKey key) {
    Optional<String> running = running();
    if (running.isPresent()) {
      out.printf("%s is in the bucket already, and a training is under way%n%n", key);
      return running.get();
    }
    out.printf(
        "%s is in the bucket already, and one version of a file is trained on once;%n"
            + "training again on demand: POST /api/projects/%s/train%n%n",
        key, sample.project());
    var answer = control.post("/api/projects/" + sample.project() + "/train", Json.object());
    return control.required("the order to train", answer).path("id").asString();
  }

  private JsonNode follow(String id) {
    var report = new ProgressReport();
    JsonNode end =
        patience.await(
            "the end of execution " + id,
            () -> {
              // Right after an order was taken, the list may not show it yet.
              var answer = control.get("/api/executions/" + id);
              report.lines(answer.body()).forEach(out::println);
              return Optional.of(answer.body())
                  .filter(body -> answer.isOk())
                  .filter(body -> !body.path("status").asString().equals("RUNNING"));
            });
    if (!end.path("status").asString().equals("SUCCEEDED")) {
      throw new OdometerException(
          Errors.DEMO_FAILED,
          "the training ended as %s: %s, %s"
              .formatted(
                  end.path("status").asString(),
                  end.path("error").asString(""),
                  end.path("cause").asString("")));
    }
    return end;
  }

  private void showMetrics(String execution) {
    var answer = control.get("/api/projects/" + sample.project() + "/models");
    List<JsonNode> models =
        control.required("the list of models", answer).path("models").valueStream().toList();
    List<JsonNode> trained =
        models.stream()
            .filter(model -> model.path("execution").asString().equals(execution))
            .toList();
    if (trained.isEmpty()) {
      throw new OdometerException(Errors.DEMO_FAILED, "the training left no model");
    }
    out.printf("%nOn rows that no model has seen:%n");
    MetricsTable.lines(trained).forEach(out::println);
  }

  private Set<String> executions() {
    Set<String> ids = new HashSet<>();
    for (JsonNode execution : list()) {
      ids.add(execution.path("id").asString());
    }
    return ids;
  }

  private Optional<String> newExecution(Set<String> before) {
    return list()
        .valueStream()
        .map(execution -> execution.path("id").asString())
        .filter(id -> !before.contains(id))
        .findFirst();
  }

  private Optional<String> running() {
    return list()
        .valueStream()
        .filter(execution -> execution.path("status").asString().equals("RUNNING"))
        .map(execution -> execution.path("id").asString())
        .findFirst();
  }

  private JsonNode list() {
    var answer = control.get("/api/executions?project=" + sample.project());
    return control.required("the list of executions", answer).path("executions");
  }
}
