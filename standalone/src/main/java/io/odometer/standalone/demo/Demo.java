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
import io.odometer.standalone.client.ApiClient;
import io.odometer.standalone.client.ExecutionFollower;
import io.odometer.standalone.client.Patience;
import io.odometer.standalone.client.ProgressReport;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The whole job on the sample, through the same doors as any user: files go into buckets and out of
 * them by S3, everything else is asked of the two HTTP APIs. Throws what names the step that
 * failed.
 */
public final class Demo {
  private final Sample sample;
  private final ObjectStore store;
  private final ApiClient control;
  private final ApiClient api;
  private final Patience patience;
  private final Scoring scoring;
  private final Watching watching;
  private final PrintStream out;

  Demo(
      Sample sample,
      ObjectStore store,
      ApiClient control,
      ApiClient api,
      Patience patience,
      Scoring scoring,
      Watching watching,
      PrintStream out) {
    this.sample = sample;
    this.store = store;
    this.control = control;
    this.api = api;
    this.patience = patience;
    this.scoring = scoring;
    this.watching = watching;
    this.out = out;
  }

  public void run() {
    ensureProject();
    String training = begin();
    follow("the training", training);
    showMetrics(training);
    new Prediction(control, api, patience, out).show(sample.project());
    scoring.show(this::follow);
    watching.show(this::follow);
  }

  private void follow(String what, String execution) {
    var report = new ProgressReport();
    new ExecutionFollower(control, patience)
        .follow(what, execution, news -> report.lines(news).forEach(out::println));
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
