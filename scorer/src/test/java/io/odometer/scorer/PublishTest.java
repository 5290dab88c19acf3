// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.scoring.Prepared;
import io.odometer.core.scoring.Published;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.ObjectVersion;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.scorer.plan.ScoringManifest;
import io.odometer.testmodels.ForwardingStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PublishTest {
  private static final String GOOD = "miles,fuel\n1,Diesel\n2,Petrol\n";
  private static final String MIXED = GOOD + "x,Diesel\n";

  private final ScoredCars cars = new ScoredCars();

  @Test
  void the_manifest_tells_what_was_scored_by_what_and_what_came_of_it() {
    ScoringRun run = cars.run("manifest", ScoringSettings.DEFAULT, 10);
    ObjectVersion file = run.drop("a.csv", MIXED);
    Published published = run.score(file);
    ScoringManifest manifest = run.manifest(file);
    assertEquals(new ScoringCounts(3, 2, 1), manifest.counts());
    assertEquals(manifest.counts(), published.counts());
    assertEquals(manifest.output().key(), published.output());
    assertEquals(
        Map.of(
            Algorithm.XGBOOST, new ModelVersion(ScoredCars.VERSION),
            Algorithm.LINEAR, new ModelVersion(ScoredCars.VERSION)),
        manifest.versions());
    assertEquals(cars.endpoint().rule(), manifest.rule());
    assertEquals(file, manifest.input());
    assertEquals(run.execution(), manifest.execution());
    assertEquals(ScoringRun.STARTED, manifest.timings().startedAt());
    assertEquals(2.0, manifest.timings().seconds());
    assertEquals(2, manifest.timings().rowsPerSecond());
  }

  @Test
  void a_file_whose_output_would_replace_that_of_another_is_refused() {
    ScoringRun run = cars.run("names", ScoringSettings.DEFAULT, 1 << 20);
    ObjectVersion first = run.drop("data/a.csv", GOOD);
    run.score(first);
    String before = run.output(first);
    ObjectVersion second =
        run.put(new ObjectKey(Buckets.SCORING, ScoringRun.PROJECT + "/data/a.csv"), MIXED);
    OdometerException refusal = assertThrows(OdometerException.class, () -> run.score(second));
    assertEquals(Errors.SCORING_NAME_TAKEN, refusal.error());
    assertTrue(refusal.reason().contains(first.key().toString()), refusal.reason());
    assertEquals(before, run.output(first));
  }

  @Test
  void what_was_scored_is_scored_again_when_its_output_was_removed() {
    ScoringRun run = cars.run("removed", ScoringSettings.DEFAULT, 1 << 20);
    ObjectVersion file = run.drop("a.csv", MIXED);
    run.score(file);
    assertEquals(Prepared.ALREADY_SCORED, run.prepare(file).outcome());
    cars.store().delete(run.manifest(file).output().key());
    assertEquals(Prepared.READY, run.prepare(file).outcome());
  }

  @Test
  void a_range_that_is_missing_is_not_published() {
    ScoringRun run = cars.run("missing", ScoringSettings.DEFAULT, 10);
    ObjectVersion file = run.drop("a.csv", GOOD);
    Prepared prepared = run.prepare(file);
    List<ObjectKey> ranges = run.score(prepared);
    List<ObjectKey> fewer = ranges.subList(0, ranges.size() - 1);
    assertThrows(IllegalArgumentException.class, () -> run.publish(prepared, fewer));
  }

  @Test
  void checksums_are_those_of_the_published_bytes() {
    ScoringRun run = cars.run("checksums", ScoringSettings.DEFAULT, 10);
    ObjectVersion file = run.drop("a.csv", MIXED);
    run.score(file);
    ScoringManifest manifest = run.manifest(file);
    assertEquals("CRC-32C", manifest.checksums().algorithm());
    assertEquals(crc(run, file.key()), manifest.checksums().input());
    assertEquals(crc(run, manifest.output().key()), manifest.checksums().output());
    ObjectVersion rejects = Objects.requireNonNull(manifest.rejects());
    assertEquals(crc(run, rejects.key()), manifest.checksums().rejects());
    assertEquals(rejects.size(), run.read(rejects.key()).length);
  }

  private static String crc(ScoringRun run, ObjectKey key) {
    CRC32C crc = new CRC32C();
    crc.update(run.read(key));
    return "%08x".formatted(crc.getValue());
  }

  @Test
  void names_are_those_of_the_input() {
    ScoringRun run = cars.run("names");
    run.score(run.drop("deep/a.csv", MIXED));
    assertEquals(List.of("a.csv.manifest.json", "a.csv.out", "a.csv.rejects.csv"), cars.outputs());
    assertEquals(
        "cars/out/deep/a.csv.out",
        ScoringObjects.output(ScoringRun.PROJECT, run.drop("deep/a.csv", MIXED).key()).path());
  }

  @Test
  void what_these_versions_scored_is_not_scored_again_unless_told() {
    ScoringRun first = cars.run("first");
    ObjectVersion file = first.drop("a.csv", GOOD);
    first.score(file);
    ScoringRun second = cars.run("second");
    assertEquals(Prepared.ALREADY_SCORED, second.prepare(file).outcome());
    assertEquals(List.of(), second.prepare(file).ranges());
    second.score(file, true);
    assertEquals(second.execution(), second.manifest(file).execution());
  }

  @Test
  void other_versions_settings_or_content_are_scored() {
    ScoringRun first = cars.run("first");
    ObjectVersion file = first.drop("a.csv", GOOD);
    first.score(file);
    Endpoint newer =
        cars.endpoint(2, cars.forest("v9", 8_000), cars.linear(ScoredCars.VERSION, 4_000));
    ScoringRun newVersion =
        new ScoringRun("v9", cars.store(), newer, ScoringSettings.DEFAULT, 1 << 20);
    assertEquals(Prepared.READY, newVersion.prepare(file).outcome());
    ScoringRun settings =
        cars.run("s", ScoringSettings.DEFAULT.with(Json.tree("{\"joinSource\": \"None\"}")));
    assertEquals(Prepared.READY, settings.prepare(file).outcome());
    assertEquals(Prepared.READY, first.prepare(first.drop("a.csv", MIXED)).outcome());
  }

  @Test
  void a_manifest_of_somebody_else_is_no_obstacle() {
    ScoringRun run = cars.run("foreign");
    ObjectVersion file = run.drop("a.csv", GOOD);
    ObjectKey key = ScoringObjects.manifest(ScoringRun.PROJECT, file.key());
    for (String foreign : List.of("", "{}", "[1]", "no JSON", "null")) {
      cars.store()
          .put(
              key,
              foreign.getBytes(java.nio.charset.StandardCharsets.UTF_8),
              new PutCondition.Always());
      run.score(file);
      assertEquals(2, run.manifest(file).counts().rowsIn());
    }
  }

  @Test
  void rejects_of_before_go_when_there_are_none() {
    ScoringRun run = cars.run("before");
    run.score(run.drop("a.csv", MIXED));
    ObjectVersion file = run.drop("a.csv", GOOD);
    ScoringRun next = cars.run("after");
    next.score(file);
    assertEquals("", next.rejects(file));
    assertNull(next.manifest(file).rejects());
    assertNull(next.manifest(file).checksums().rejects());
  }

  @Test
  void a_run_about_what_was_replaced_publishes_nothing() {
    ScoringRun older = cars.run("older");
    ObjectVersion old = older.drop("a.csv", MIXED);
    Prepared prepared = older.prepare(old);
    List<ObjectKey> ranges = older.score(prepared);
    ScoringRun newer = cars.run("newer");
    ObjectVersion file = newer.drop("a.csv", GOOD);
    newer.score(file);
    String output = newer.output(file);
    OdometerException refusal =
        assertThrows(OdometerException.class, () -> older.publish(prepared, ranges));
    assertEquals(Errors.DATA_CHANGED, refusal.error());
    assertTrue(refusal.reason().contains("scoring/cars/in/a.csv"), refusal.reason());
    assertEquals(output, newer.output(file));
    assertEquals("", newer.rejects(file));
    assertEquals(newer.execution(), newer.manifest(file).execution());
  }

  /** Lets another be faster at one call. */
  private static final class OvertakenStore extends ForwardingStore {
    private String at = "";
    private Runnable other = () -> {};

    OvertakenStore(ObjectStore store) {
      super(store);
    }

    void overtake(String call, Runnable faster) {
      at = call;
      other = faster;
    }

    @Override
    protected <T> T call(String name, Supplier<T> call) {
      if (name.equals(at)) {
        at = "";
        other.run();
      }
      return call.get();
    }
  }

  @Test
  void a_run_that_is_overtaken_while_it_publishes_leaves_the_newer_output() {
    OvertakenStore store = new OvertakenStore(new InMemoryObjectStore());
    ScoredCars slow = new ScoredCars(store);
    ScoringRun older = slow.run("older");
    Prepared prepared = older.prepare(older.drop("a.csv", MIXED));
    List<ObjectKey> ranges = older.score(prepared);
    ScoringRun newer = slow.run("newer");
    store.overtake("join", () -> newer.score(newer.drop("a.csv", GOOD)));
    assertThrows(OdometerException.class, () -> older.publish(prepared, ranges));
    ObjectVersion file = newer.drop("a.csv", GOOD);
    assertEquals(newer.execution(), newer.manifest(file).execution());
    assertEquals(3, newer.output(file).lines().count());
    assertEquals("", newer.rejects(file));
    assertNotEquals(older.execution(), newer.execution());
  }

  @Test
  void of_two_tries_at_once_both_find_the_file_published() {
    for (String call : List.of("join", "put")) {
      OvertakenStore store = new OvertakenStore(new InMemoryObjectStore());
      ScoringRun run = new ScoredCars(store).run("twice");
      ObjectVersion file = run.drop("a.csv", MIXED);
      Prepared prepared = run.prepare(file);
      List<ObjectKey> ranges = run.score(prepared);
      store.overtake(call, () -> run.publish(prepared, ranges));
      Published slower = run.publish(prepared, ranges);
      assertEquals(run.manifest(file).counts(), slower.counts(), call);
      assertEquals(3, run.output(file).lines().count(), call);
    }
  }

  @Test
  void settings_that_came_or_went_meanwhile_stop_the_publication() {
    ScoringRun run = cars.run("job");
    ObjectVersion file = run.drop("a.csv", GOOD);
    Prepared prepared = run.prepare(file);
    List<ObjectKey> ranges = run.score(prepared);
    ObjectVersion job = run.drop("a.csv.job.json", "{\"joinSource\": \"None\"}");
    assertJobChanged(run, prepared, ranges);
    Prepared withJob = run.prepare(file);
    List<ObjectKey> jobRanges = run.score(withJob);
    cars.store().delete(job.key());
    assertJobChanged(run, withJob, jobRanges);
    assertEquals(List.of(), cars.outputs());
  }

  private static void assertJobChanged(ScoringRun run, Prepared prepared, List<ObjectKey> ranges) {
    OdometerException refusal =
        assertThrows(OdometerException.class, () -> run.publish(prepared, ranges));
    assertEquals(Errors.DATA_CHANGED, refusal.error());
    assertTrue(refusal.reason().contains("in/a.csv.job.json"), refusal.reason());
  }

  @Test
  void a_workflow_can_carry_what_came_of_the_ranges() {
    ScoringRun run = cars.run("carry", ScoringSettings.DEFAULT, 1);
    StringBuilder csv = new StringBuilder("miles,fuel\n");
    for (int i = 0; i < 1_000; i++) {
      csv.append("unreadable").append(i).append(",Diesel\n");
    }
    Prepared prepared = run.prepare(run.drop("a-file-with-a-rather-long-name.csv", csv.toString()));
    int bytes = Json.bytes(run.score(prepared)).length;
    assertTrue(bytes < 256 * 1024, "%,d bytes".formatted(bytes));
  }

  @Test
  void progress_is_told_in_rows_and_percent() {
    ScoringRun run = cars.run("progress");
    run.score(run.drop("a.csv", GOOD));
    JsonNode last = run.progress().getLast();
    assertEquals(2, last.path("rows").asInt());
    assertEquals(100, last.path("percent").asInt());
    assertTrue(last.path("rowsPerSecond").isNumber());
  }
}
