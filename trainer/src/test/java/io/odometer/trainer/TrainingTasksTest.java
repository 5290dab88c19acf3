// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.monitoring.Baseline;
import io.odometer.core.monitoring.BaselineFiles;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.Project;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.serving.ModelPackage;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.Candidate;
import io.odometer.core.training.Evaluation;
import io.odometer.core.training.Gate;
import io.odometer.core.training.ObjectVersion;
import io.odometer.core.training.PreparedData;
import io.odometer.core.training.RegisteredModel;
import io.odometer.platform.store.InMemoryObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTasksTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Project BOOSTED =
      WorkflowRun.project(Algorithm.XGBOOST, Map.of("num_round", 60), null);
  private static final Project WEAK =
      WorkflowRun.project(Algorithm.XGBOOST, Map.of("num_round", 1, "max_depth", 1), null);

  private final ObjectStore store = new InMemoryObjectStore();
  private final WorkflowRun run = new WorkflowRun("one", NOON, store);

  @ParameterizedTest
  @ValueSource(strings = {"xgboost", "linear"})
  void a_file_becomes_a_version_that_predicts_what_was_measured(String algorithm) {
    Project project = WorkflowRun.project(new Algorithm(algorithm), Map.of(), null);
    RegisteredModel registered = run.publish(project, run.drop("a.csv", cars(1_500, 1)));
    assertTrue(registered.evaluation().metrics().r2() > 0.9, registered.toString());
    assertNull(registered.reason());
    ModelPackage loaded =
        ModelPackage.load(name -> store.read(registered.id().folder().child(name)));
    loaded.verify();
    assertEquals(20, loaded.checks().size());
    assertEquals(registered.evaluation().metrics(), loaded.manifest().metrics());
    assertEquals("20261101T120000Z", registered.id().version().value().substring(0, 16));
    double shares = loaded.manifest().importance().stream().mapToDouble(one -> one.share()).sum();
    assertEquals(1, shares, 1e-9);
  }

  @Test
  void progress_is_told_in_rounds() {
    run.publish(BOOSTED, run.drop("a.csv", cars(600, 1)));
    assertTrue(
        run.progress().stream()
            .anyMatch(
                told ->
                    told.path("round").asInt() == 60
                        && told.path("rounds").asInt() == 60
                        && told.path("rmse").asDouble() > 0));
  }

  @Test
  void a_task_done_again_leaves_the_same_bytes() {
    ObjectVersion file = run.drop("a.csv", cars(600, 1));
    RegisteredModel first = run.publish(BOOSTED, file);
    Map<String, String> before = etags();
    RegisteredModel second = run.publish(BOOSTED, file);
    assertEquals(first, second);
    assertEquals(before, etags());
  }

  @Test
  void a_publication_that_died_half_way_is_finished() {
    ObjectVersion file = run.drop("a.csv", cars(600, 1));
    RegisteredModel first = run.publish(BOOSTED, file);
    Map<String, String> before = etags();
    store.delete(first.id().folder().child(ModelFiles.MANIFEST));
    store.delete(first.id().folder().child(ModelFiles.CHECKS));
    run.publish(BOOSTED, file);
    assertEquals(before, etags());
  }

  @Test
  void an_accepted_version_has_its_baselines_and_the_manifest_covers_them() {
    RegisteredModel registered = run.publish(BOOSTED, run.drop("a.csv", cars(600, 1)));
    Map<String, String> covered = loaded(registered).manifest().files();
    for (Baseline baseline : run.baselines()) {
      for (String name : baseline.files()) {
        byte[] kept = store.read(registered.id().folder().child(name));
        assertArrayEquals(store.read(baseline.folder().child(name)), kept);
        assertEquals(Digests.sha256(kept), covered.get(name));
      }
    }
  }

  @Test
  void a_rejected_version_has_no_baseline() {
    PreparedData data = run.preprocess(WEAK, run.drop("a.csv", cars(600, 1)));
    Candidate candidate = run.train(WEAK, data);
    Evaluation evaluation = run.evaluate(WEAK, data, candidate, null);
    RegisteredModel rejected =
        run.register(WEAK, data, candidate, evaluation, Gate.ABOVE_THRESHOLD);
    assertFalse(loaded(rejected).manifest().files().containsKey(BaselineFiles.STATISTICS));
  }

  @Test
  void a_version_that_is_judged_again_and_accepted_gets_its_baselines_all_the_same() {
    PreparedData data = run.preprocess(WEAK, run.drop("a.csv", cars(600, 1)));
    Candidate candidate = run.train(WEAK, data);
    Evaluation evaluation = run.evaluate(WEAK, data, candidate, null);
    run.register(WEAK, data, candidate, evaluation, Gate.WORSE_THAN_CHAMPION);
    RegisteredModel accepted = run.register(WEAK, data, candidate, evaluation, Gate.ACCEPTED);
    assertTrue(loaded(accepted).manifest().files().containsKey(BaselineFiles.STATISTICS));

    run.register(WEAK, data, candidate, evaluation, Gate.WORSE_THAN_CHAMPION);
    assertTrue(loaded(accepted).manifest().files().containsKey(BaselineFiles.STATISTICS));
  }

  @Test
  void a_baseline_that_is_lost_fails_by_name_and_no_version_comes_of_it() {
    PreparedData data = run.preprocess(WEAK, run.drop("a.csv", cars(600, 1)));
    Candidate candidate = run.train(WEAK, data);
    Evaluation evaluation = run.evaluate(WEAK, data, candidate, null);
    List<Baseline> lost =
        List.of(new Baseline(new ObjectKey(Buckets.WORK, "lost"), List.of("statistics.json")));
    OdometerException failure =
        assertThrows(
            OdometerException.class,
            () -> run.register(WEAK, data, candidate, evaluation, Gate.ACCEPTED, lost));
    assertEquals(Errors.STORE_NOT_FOUND, failure.error());
    assertEquals(0, store.list(Buckets.MODELS, "").count());
  }

  private ModelPackage loaded(RegisteredModel registered) {
    return ModelPackage.load(name -> store.read(registered.id().folder().child(name)));
  }

  @Test
  void a_version_never_changes() {
    ObjectVersion file = run.drop("a.csv", cars(600, 1));
    RegisteredModel first = run.publish(BOOSTED, file);
    ObjectKey model = first.id().folder().child(ModelFiles.MODEL);
    byte[] published = store.read(model);
    OdometerException refusal =
        assertThrows(OdometerException.class, () -> run.publish(WEAK, file));
    assertEquals(Errors.MODEL_CORRUPT, refusal.error());
    assertArrayEquals(published, store.read(model));
  }

  @Test
  void the_champion_is_judged_on_the_same_rows() {
    RegisteredModel champion = run.publish(BOOSTED, run.drop("a.csv", cars(900, 1)));
    WorkflowRun later = new WorkflowRun("two", NOON.plusSeconds(60), store);
    ObjectVersion more = later.drop("b.csv", cars(900, 2));
    PreparedData data = later.preprocess(WEAK, more);
    Candidate candidate = later.train(WEAK, data);
    Evaluation evaluation = later.evaluate(WEAK, data, candidate, later.endpoint(champion));
    Evaluation.ChampionScore score = Objects.requireNonNull(evaluation.champion());
    assertEquals(champion.id(), score.id());
    assertEquals(evaluation.metrics().rows(), score.metrics().rows());
    assertTrue(score.metrics().rmse() < evaluation.metrics().rmse());
    RegisteredModel rejected =
        later.register(WEAK, data, candidate, evaluation, Gate.WORSE_THAN_CHAMPION);
    String reason = String.valueOf(rejected.reason());
    assertTrue(reason.contains(money(evaluation.metrics().rmse())), reason);
    assertTrue(reason.contains(money(score.metrics().rmse())), reason);
    assertTrue(reason.contains(champion.id().version().value()), reason);
    assertFalse(rejected.id().equals(champion.id()));
  }

  @Test
  void a_champion_reads_rows_through_its_own_schema() {
    RegisteredModel champion = run.publish(BOOSTED, run.drop("a.csv", cars(900, 1)));
    WorkflowRun later = new WorkflowRun("two", NOON.plusSeconds(60), store);
    String renamed = cars(900, 2).replaceFirst("mileage", "odometer");
    PreparedData data = later.preprocess(BOOSTED, later.drop("b.csv", renamed));
    Candidate candidate = later.train(BOOSTED, data);
    Evaluation.ChampionScore score =
        Objects.requireNonNull(
            later.evaluate(BOOSTED, data, candidate, later.endpoint(champion)).champion());
    assertTrue(score.metrics().rmse() > champion.evaluation().metrics().rmse());
  }

  @Test
  void a_champion_that_is_broken_is_no_rival() {
    RegisteredModel champion = run.publish(BOOSTED, run.drop("a.csv", cars(600, 1)));
    store.put(
        champion.id().folder().child(ModelFiles.MODEL), new byte[] {1}, new PutCondition.Always());
    PreparedData data = run.preprocess(BOOSTED, run.drop("a.csv", cars(600, 1)));
    Candidate candidate = run.train(BOOSTED, data);
    assertNull(run.evaluate(BOOSTED, data, candidate, run.endpoint(champion)).champion());
  }

  @Test
  void a_champion_of_another_algorithm_is_no_rival() {
    Project linear = WorkflowRun.project(Algorithm.LINEAR, Map.of(), null);
    ObjectVersion file = run.drop("a.csv", cars(600, 1));
    RegisteredModel champion = run.publish(linear, file);
    PreparedData data = run.preprocess(BOOSTED, file);
    Candidate candidate = run.train(BOOSTED, data);
    assertNull(run.evaluate(BOOSTED, data, candidate, run.endpoint(champion)).champion());
  }

  @Test
  void a_version_above_the_threshold_says_so() {
    Project strict = WorkflowRun.project(Algorithm.XGBOOST, Map.of("num_round", 2), 12.5);
    PreparedData data = run.preprocess(strict, run.drop("a.csv", cars(600, 1)));
    Candidate candidate = run.train(strict, data);
    Evaluation evaluation = run.evaluate(strict, data, candidate, null);
    String reason =
        String.valueOf(
            run.register(strict, data, candidate, evaluation, Gate.ABOVE_THRESHOLD).reason());
    assertTrue(reason.contains("threshold 12.50"), reason);
    assertTrue(reason.contains(money(evaluation.metrics().rmse())), reason);
  }

  @Test
  void a_hyperparameter_that_nobody_knows_fails_before_any_work() {
    Project wrong = WorkflowRun.project(Algorithm.XGBOOST, Map.of("max_dpeth", 3), null);
    PreparedData data = run.preprocess(wrong, run.drop("a.csv", cars(600, 1)));
    OdometerException refusal = assertThrows(OdometerException.class, () -> run.train(wrong, data));
    assertEquals(Errors.PROJECT_INVALID, refusal.error());
  }

  private static String money(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }

  private Map<String, String> etags() {
    Map<String, String> etags = new TreeMap<>();
    for (String bucket : List.of(Buckets.MODELS, Buckets.WORK)) {
      store.list(bucket, "").forEach(info -> etags.put(info.key().toString(), info.etag()));
    }
    return etags;
  }

  /** Prices that fall with age and mileage and depend on the make. */
  private static String cars(int rows, long seed) {
    Random random = new Random(seed);
    String[] makes = {"Audi", "Ford", "Skoda", "BMW"};
    StringBuilder csv = new StringBuilder("make,year,mileage,fuel,price\n");
    for (int row = 0; row < rows; row++) {
      int make = random.nextInt(makes.length);
      int age = random.nextInt(15);
      int mileage = age * 9_000 + random.nextInt(8_000);
      double price =
          (14_000 + 5_000 * make) * Math.exp(-0.11 * age - mileage / 400_000.0)
              + 300 * random.nextGaussian();
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%d,%s,%s,\"£%,.0f\"%n",
              makes[make],
              2024 - age,
              random.nextInt(30) == 0 ? "" : mileage + " miles",
              random.nextBoolean() ? "Petrol" : "Diesel",
              Math.max(300, price)));
    }
    return csv.toString();
  }
}
