// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ManifestContent;
import io.odometer.core.scoring.ManifestInput;
import io.odometer.core.scoring.PrepareInput;
import io.odometer.core.scoring.Prepared;
import io.odometer.core.scoring.PublishInput;
import io.odometer.core.scoring.Published;
import io.odometer.core.scoring.ScoreInput;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import io.odometer.orchestrator.workflow.Command.ScheduleTask;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The shipped workflow of batch scoring, its tasks answered by hand. */
final class BatchScoringWorkflowTest {
  private static final ProjectName CARS = new ProjectName("cars");
  private static final ObjectKey PLAN = new ObjectKey("work", "execution/plan.json");

  private static Drive drive(String name) throws IOException {
    try (var json =
        BatchScoringWorkflowTest.class.getResourceAsStream("/workflows/batch-scoring.asl.json")) {
      return new Drive(
          Definition.parse("batch-scoring", Json.tree(json.readAllBytes())), input(name));
    }
  }

  private static JsonNode input(String name) {
    return Json.tree(
        """
        {"project": {"name": "cars", "target": "price", "algorithms": {"linear": {}},
          "split": {"train": 70, "validation": 15, "test": 15, "seed": 42}, "filter": {},
          "endpoint": {"rule": "max", "weights": {}}, "types": {}, "ignore": [],
          "quietPeriod": "PT2S", "version": 1},
         "object": {"key": {"bucket": "scoring", "path": "cars/in/%s"}, "etag": "x", "size": 9},
         "endpoint": {"name": "cars", "version": 3, "rule": {"rule": "max", "weights": {}},
          "members": [{"project": "cars", "algorithm": "linear", "version": "v1"}],
          "execution": "e", "updatedAt": "2026-01-01T00:00:00Z"},
         "again": false}\
        """
            .formatted(name));
  }

  private static JsonNode prepared(int ranges) {
    return Json.toTree(
        new Prepared(
            Prepared.READY,
            PLAN,
            IntStream.range(0, ranges)
                .mapToObj(i -> new ScoringRange(i, i * 10L, i * 10L + 10, i + 1L))
                .toList()));
  }

  private static JsonNode published(String name) {
    ObjectKey key = ScoringObjects.input(CARS, name);
    return Json.toTree(
        new Published(
            key,
            ScoringObjects.output(CARS, key),
            ScoringObjects.manifest(CARS, key),
            new ScoringCounts(10, 9, 1)));
  }

  private static JsonNode listing(String... names) {
    return Json.toTree(
        new ManifestContent(
            List.of(names).stream()
                .map(name -> new ObjectVersion(ScoringObjects.input(CARS, name), "x", 9))
                .toList()));
  }

  private static Drive scored(Drive drive, int file, String name) {
    String files = "Files[" + file + "]/";
    drive.succeed(drive.task(files + "Preprocess"), prepared(1));
    drive.succeed(files + "Ranges[0]/Score", "{}");
    return drive.succeed(drive.task(files + "Publish"), published(name));
  }

  @Test
  void a_file_is_prepared_scored_and_published() throws IOException {
    Drive drive = scored(drive("a.csv"), 0, "a.csv");
    assertEquals(ExecutionStatus.SUCCEEDED, drive.execution().status());
    assertEquals(
        Json.tree(
            """
            {"files": [{"key": {"bucket": "scoring", "path": "cars/in/a.csv"}, "outcome": "scored",
              "counts": {"rowsIn": 10, "rowsOut": 9, "rejects": 1}}]}\
            """),
        drive.execution().output());
    assertEquals(List.of(), drive.execution().timers());
  }

  @Test
  void every_task_gets_the_record_that_it_reads() throws IOException {
    Drive drive = drive("all.manifest");
    ScheduleTask manifest = drive.task("ReadManifest");
    drive.succeed(manifest, listing("a.csv"));
    ScheduleTask preprocess = drive.task("Files[0]/Preprocess");
    drive.succeed(preprocess, prepared(1));
    ScheduleTask score = drive.task("Files[0]/Ranges[0]/Score");
    ObjectKey scored = PLAN.child("range");
    drive.succeed(score, Json.toTree(scored));
    ScheduleTask publish = drive.task("Files[0]/Publish");

    assertEquals(
        new ManifestInput(
            CARS, new ObjectVersion(ScoringObjects.input(CARS, "all.manifest"), "x", 9)),
        Json.fromTree(manifest.input(), ManifestInput.class));
    PrepareInput prepare = Json.fromTree(preprocess.input(), PrepareInput.class);
    assertEquals(ScoringObjects.input(CARS, "a.csv"), prepare.object().key());
    assertEquals("price", prepare.project().target());
    assertEquals(3, prepare.endpoint().version());
    assertFalse(prepare.again());
    assertEquals(
        new ScoreInput(PLAN, new ScoringRange(0, 0, 10, 1)),
        Json.fromTree(score.input(), ScoreInput.class));
    assertEquals(
        new PublishInput(PLAN, List.of(scored)),
        Json.fromTree(publish.input(), PublishInput.class));
  }

  @Test
  void ranges_are_scored_side_by_side_and_published_in_order() throws IOException {
    Drive drive = drive("a.csv");
    drive.succeed(drive.task("Files[0]/Preprocess"), prepared(20));
    assertEquals(16, drive.tasks().size());
    while (drive.tasks().getLast().state().endsWith("Score")) {
      ScheduleTask newest = drive.tasks().getLast();
      int index = newest.input().path("range").path("index").intValue();
      drive.succeed(newest, Json.toTree(PLAN.child("range-" + index)));
    }
    List<ObjectKey> ranges =
        Json.fromTree(drive.task("Files[0]/Publish").input(), PublishInput.class).ranges();
    assertEquals(
        IntStream.range(0, 20).mapToObj(index -> PLAN.child("range-" + index)).toList(), ranges);
  }

  @Test
  void a_file_that_was_scored_before_is_not_scored_again() throws IOException {
    Drive drive = drive("a.csv");
    drive.succeed(
        drive.task("Files[0]/Preprocess"),
        Json.toTree(new Prepared(Prepared.ALREADY_SCORED, PLAN, List.of())));
    assertEquals(ExecutionStatus.SUCCEEDED, drive.execution().status());
    assertEquals(
        Json.tree(
            """
            {"files": [{"key": {"bucket": "scoring", "path": "cars/in/a.csv"},
              "outcome": "already-scored"}]}\
            """),
        drive.execution().output());
  }

  @Test
  void a_file_without_rows_to_score_is_published() throws IOException {
    Drive drive = drive("a.csv");
    drive.succeed(drive.task("Files[0]/Preprocess"), prepared(0));
    assertEquals(
        new PublishInput(PLAN, List.of()),
        Json.fromTree(drive.task("Files[0]/Publish").input(), PublishInput.class));
  }

  @ParameterizedTest
  @CsvSource({
    "Files[0]/Preprocess, Data.Malformed",
    "Files[0]/Ranges[0]/Score, Data.Changed",
    "Files[0]/Publish, Data.TooManyRejects",
  })
  void a_single_file_fails_by_its_own_error(String state, String error) throws IOException {
    Drive drive = drive("a.csv");
    goTo(drive, state);
    drive.fail(drive.task(state), error, "line 7 is wrong");
    assertEquals(ExecutionStatus.FAILED, drive.execution().status());
    assertEquals(error, drive.execution().error());
    assertEquals("line 7 is wrong", drive.execution().cause());
    assertEquals(error, record(drive, state).error());
    assertEquals(List.of(), drive.execution().timers());
  }

  @Test
  void a_range_that_fails_gives_up_the_others_of_its_file() throws IOException {
    Drive drive = drive("a.csv");
    drive.succeed(drive.task("Files[0]/Preprocess"), prepared(3));
    drive.fail("Files[0]/Ranges[1]/Score", "Data.Malformed");
    assertEquals("Data.Malformed", drive.execution().error());
    assertEquals(ExecutionStatus.ABORTED, record(drive, "Files[0]/Ranges[0]/Score").status());
  }

  @Test
  void a_manifest_is_done_four_files_at_a_time() throws IOException {
    Drive drive = drive("all.manifest");
    drive.succeed(drive.task("ReadManifest"), listing("a.csv", "b.csv", "c.csv", "d.csv", "e.csv"));
    assertEquals(4, drive.tasks().size());
    scored(drive, 1, "b.csv");
    assertEquals("Files[4]/Preprocess", drive.tasks().getLast().state());
  }

  @Test
  void one_of_a_manifest_fails_and_the_others_go_on() throws IOException {
    Drive drive = drive("all.manifest");
    drive.succeed(drive.task("ReadManifest"), listing("a.csv", "b.csv", "c.csv"));
    drive.fail(drive.task("Files[1]/Preprocess"), "Data.Empty", "there is no row");
    scored(drive, 2, "c.csv");
    scored(drive, 0, "a.csv");
    assertEquals(ExecutionStatus.FAILED, drive.execution().status());
    assertEquals("Data.Empty", drive.execution().error());
    assertEquals(
        "1 of 3 files failed, first cars/in/b.csv: there is no row", drive.execution().cause());
  }

  @Test
  void many_failures_with_long_causes_end_with_the_first_files_error() throws IOException {
    Drive drive = drive("all.manifest");
    drive.succeed(
        drive.task("ReadManifest"),
        listing(IntStream.range(0, 200).mapToObj("%040d.csv"::formatted).toArray(String[]::new)));
    while (drive.isRunning()) {
      ScheduleTask oldest = drive.tasks().getFirst();
      drive.fail(oldest, "Data.Malformed", "ü".repeat(400));
    }
    assertEquals("Data.Malformed", drive.execution().error());
    assertEquals(
        "200 of 200 files failed, first cars/in/%040d.csv: %s".formatted(0, "ü".repeat(400)),
        drive.execution().cause());
  }

  @Test
  void a_manifest_of_good_files_tells_what_became_of_each() throws IOException {
    Drive drive = drive("ALL.MANIFEST");
    drive.succeed(drive.task("ReadManifest"), listing("a.csv", "b.csv"));
    scored(drive, 1, "b.csv");
    scored(drive, 0, "a.csv");
    assertEquals(ExecutionStatus.SUCCEEDED, drive.execution().status());
    assertEquals(
        List.of("cars/in/a.csv", "cars/in/b.csv"),
        Objects.requireNonNull(drive.execution().output()).findValuesAsString("path"));
  }

  @Test
  void a_manifest_that_cannot_be_read_fails_by_its_own_error() throws IOException {
    Drive drive = drive("all.manifest").fail("ReadManifest", "Data.Malformed");
    assertEquals("Data.Malformed", drive.execution().error());
    assertEquals("Data.Malformed in ReadManifest", drive.execution().cause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Files[0]/Preprocess", "Files[0]/Ranges[0]/Score", "Files[0]/Publish"})
  void an_outage_of_the_store_is_sat_out(String state) throws IOException {
    Drive drive = drive("a.csv");
    goTo(drive, state);
    ScheduleTask first = drive.task(state);
    for (int i = 0; i < 200; i++) {
      drive.fail(state, "Store.Unavailable").fireNext();
    }
    assertEquals(first.input(), drive.task(state).input());
    assertEquals(201, record(drive, state).attempts());
    assertTrue(drive.isRunning());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Files[0]/Preprocess", "Files[0]/Ranges[0]/Score", "Files[0]/Publish"})
  void a_worker_that_falls_silent_is_replaced(String state) throws IOException {
    Drive drive = drive("a.csv");
    goTo(drive, state);
    ScheduleTask lost = drive.task(state);
    drive.beat(lost, "{\"rows\": 100}").fireNext();
    assertEquals(Drive.START.plusSeconds(120), drive.now());
    drive.fireNext();
    assertEquals(state, drive.tasks().getLast().state());
    assertFalse(lost.taskId().equals(drive.tasks().getLast().taskId()));
  }

  @Test
  void two_publishers_that_met_try_again() throws IOException {
    Drive drive = drive("a.csv");
    goTo(drive, "Files[0]/Publish");
    for (int i = 0; i < 4; i++) {
      drive.fail("Files[0]/Publish", "Store.Precondition").fireNext();
    }
    assertTrue(drive.now().isBefore(Drive.START.plusSeconds(5)));
    drive.succeed(drive.task("Files[0]/Publish"), published("a.csv"));
    assertEquals(ExecutionStatus.SUCCEEDED, drive.execution().status());
  }

  @Test
  void a_mistake_of_ours_fails_after_five_tries() throws IOException {
    Drive drive = drive("a.csv");
    for (int i = 0; i < 4; i++) {
      drive.fail("Files[0]/Preprocess", "Internal.Error").fireNext();
    }
    drive.fail("Files[0]/Preprocess", "Internal.Error");
    assertEquals("Internal.Error", drive.execution().error());
  }

  private static void goTo(Drive drive, String state) {
    if (!state.endsWith("Preprocess")) {
      drive.succeed(drive.task("Files[0]/Preprocess"), prepared(1));
    }
    if (state.endsWith("Publish")) {
      drive.succeed("Files[0]/Ranges[0]/Score", "{}");
    }
  }

  private static StateRecord record(Drive drive, String path) {
    return drive.states().stream().filter(each -> each.path().equals(path)).toList().getLast();
  }
}
