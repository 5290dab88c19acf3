// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectStore;
import io.odometer.scorer.plan.ScoringManifest;
import io.odometer.standalone.client.ApiClient;
import io.odometer.standalone.client.ExecutionFollower;
import io.odometer.standalone.client.Patience;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import tools.jackson.databind.JsonNode;

/** One file up, scored, and down again. For one thread. */
final class ScoreRun {
  private static final String FOUND = "already-scored";

  private final ScoreRequest request;
  private final ObjectStore store;
  private final ApiClient control;
  private final Patience patience;
  private final ProgressDisplay display;
  private final PrintStream out;
  private boolean seenAtWork;

  /**
   * @param patience how long nobody answers before that is an error
   */
  ScoreRun(
      ScoreRequest request,
      ObjectStore store,
      ApiClient control,
      Patience patience,
      ProgressDisplay display,
      PrintStream out) {
    this.request = request;
    this.store = store;
    this.control = control;
    this.patience = patience;
    this.display = display;
    this.out = out;
  }

  void run() {
    requireProject();
    Upload upload = Upload.of(request);
    boolean known = upload.isThere(store);
    if (!known) {
      out.println("Dropping " + upload.key());
      upload.put(store);
    }
    String execution = order(upload, known && request.again());
    JsonNode end = follow(execution);
    if (known && (!seenAtWork || isFoundScored(end))) {
      out.println("These versions have scored it before; --again scores it once more");
    }
    fetch(manifest(upload)).lines().forEach(out::println);
  }

  private static boolean isFoundScored(JsonNode end) {
    return end.path("output").path("files").path(0).path("outcome").asString("").equals(FOUND);
  }

  private void requireProject() {
    var answer = control.get("/api/projects/" + request.project());
    switch (answer.status()) {
      case 401 ->
          throw new OdometerException(
              Errors.API_REFUSED, "the control API wants its token: set ODOMETER_TOKEN");
      case 404 -> throw new OdometerException(Errors.PROJECT_UNKNOWN, answer.message());
      default -> control.required("project " + request.project(), answer);
    }
  }

  private String order(Upload upload, boolean again) {
    JsonNode order = Json.object().put("input", upload.name()).put("again", again);
    var answer = control.post("/api/projects/" + request.project() + "/score", order);
    String id = control.required("the order to score", answer).path("id").asString();
    out.println("Execution " + id);
    return id;
  }

  /** The job is the system's: who stops waiting for it does not stop it. */
  @SuppressWarnings("try") // It need only be there.
  private JsonNode follow(String execution) {
    try (Farewell farewell = new Farewell(() -> part(execution))) {
      return new ExecutionFollower(control, patience).follow("the scoring", execution, this::heard);
    } finally {
      display.end();
    }
  }

  private void part(String execution) {
    display.end();
    out.printf(
        "Stopped waiting; the scoring goes on: GET %s%n",
        control.address("/api/executions/" + execution));
  }

  private void heard(JsonNode execution) {
    patience.renew();
    ScoringProgress progress = ScoringProgress.of(execution);
    seenAtWork |= progress.step() != ScoringProgress.Step.ENDED;
    if (progress.step() == ScoringProgress.Step.WAITING && !request.waits()) {
      throw new OdometerException(
          Errors.EXECUTION_FAILED,
          "project %s has no champion yet; the file stays in the bucket and is scored once there is one"
              .formatted(request.project()));
    }
    display.show(progress);
  }

  private ScoringManifest manifest(Upload upload) {
    var key = ScoringObjects.manifest(request.project(), upload.key());
    ScoringManifest manifest = ScoringManifest.read(store.read(key));
    if (manifest == null) {
      throw new OdometerException(
          Errors.DOWNLOAD_CORRUPT, key + " is not a manifest of this version of Odometer");
    }
    return manifest;
  }

  /** The scored rows appear last: whoever sees them finds the rejects beside them. */
  private Summary fetch(ScoringManifest manifest) {
    var rejects = manifest.rejects();
    var checksums = manifest.checksums();
    if (rejects == null || checksums.rejects() == null) {
      removeOld();
    } else {
      new Download(rejects, checksums.rejects()).to(request.rejects(), store);
    }
    new Download(manifest.output(), checksums.output()).to(request.output(), store);
    return new Summary(request, manifest);
  }

  /** Rejects of an earlier run would pass for those of this one. */
  private void removeOld() {
    try {
      Files.deleteIfExists(request.rejects());
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot remove the old " + request.rejects(), broken);
    }
  }
}
