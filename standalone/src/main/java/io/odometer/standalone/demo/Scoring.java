// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.data.Sample;
import io.odometer.scorer.plan.ScoringManifest;
import io.odometer.standalone.client.ApiClient;
import java.io.PrintStream;
import java.util.function.BiConsumer;

/** Drops a file to score, and shows what comes back. */
final class Scoring {
  private static final int ROWS = 1000;
  private static final String NAME = "first-1000-rows.csv";

  private final Sample sample;
  private final ObjectStore store;
  private final ApiClient control;
  private final String command;
  private final PrintStream out;

  /**
   * @param command with which a user scores a file
   */
  Scoring(Sample sample, ObjectStore store, ApiClient control, String command, PrintStream out) {
    this.sample = sample;
    this.store = store;
    this.control = control;
    this.command = command;
    this.out = out;
  }

  /**
   * @param follow shows an execution, which is called so, until it has ended well
   */
  void show(BiConsumer<String, String> follow) {
    ProjectName project = new ProjectName(sample.project());
    ObjectKey input = ScoringObjects.input(project, NAME);
    drop(input, sample.unlabelled(ROWS));
    follow.accept("the scoring", execution());
    showRows(ScoringObjects.output(project, input));
    showPlaces(ScoringObjects.manifest(project, input));
    out.printf("%nScore a file of your own:%n%n  %s%n", command);
  }

  private void showRows(ObjectKey output) {
    out.printf("%nThe first scored rows:%n%n");
    ScoredRows.lines(store.read(output)).forEach(out::println);
  }

  private void showPlaces(ObjectKey key) {
    ScoringManifest manifest = ScoringManifest.read(store.read(key));
    if (manifest == null) {
      throw new OdometerException(Errors.DEMO_FAILED, key + " is no manifest");
    }
    var counts = manifest.counts();
    out.printf("%n  %,6d rows  in %s%n", counts.rowsOut(), manifest.output().key());
    if (manifest.rejects() != null) {
      out.printf("  %,6d rejected, in %s%n", counts.rejects(), manifest.rejects().key());
    }
    out.printf("  versions, checksums and times in %s%n", key);
  }

  private void drop(ObjectKey input, byte[] content) {
    boolean there =
        store.find(input).filter(old -> old.etag().equals(Digests.md5(content))).isPresent();
    if (there) {
      out.printf("%n%s is in the bucket already%n%n", input);
    } else {
      out.printf("%nDropping %s (%,d rows to score)%n%n", input, ROWS);
      store.put(input, content, new PutCondition.Always());
    }
  }

  /** Asking for what the drop has started already is answered with the same execution. */
  private String execution() {
    var order = Json.object().put("input", NAME);
    var answer = control.post("/api/projects/" + sample.project() + "/score", order);
    return control.required("the order to score", answer).path("id").asString();
  }
}
