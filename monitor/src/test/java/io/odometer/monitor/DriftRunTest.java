// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.monitoring.DriftVerdict;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.core.monitoring.WindowMode;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.AlarmRule;
import io.odometer.core.store.ObjectKey;
import io.odometer.monitor.ledger.LedgerStore;
import io.odometer.platform.store.InMemoryObjectStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs over a window, from its payload to the verdict and what lies in the bucket then. */
class DriftRunTest {
  private final WatchedCars cars = new WatchedCars(new InMemoryObjectStore());

  @BeforeEach
  void train() {
    cars.baselines();
  }

  private ObjectKey result(String run, String name) {
    return MonitoringObjects.folder(WatchedCars.PROJECT, new ExecutionId(run)).child(name);
  }

  private boolean isThere(String run, String name) {
    return cars.store.find(result(run, name)).isPresent();
  }

  private String report(String run) {
    return new String(cars.store.read(result(run, "report.html")), UTF_8);
  }

  private static Set<String> features(DriftVerdict verdict) {
    DriftFound drift = verdict.drift();
    return drift == null
        ? Set.of()
        : drift.alarms().stream().map(Alarm::feature).collect(Collectors.toSet());
  }

  private int windows() {
    return new LedgerStore(cars.store).read(WatchedCars.PROJECT).ledger().windows().size();
  }

  @Test
  void normal_traffic_is_fine_and_leaves_no_file_of_violations() {
    DriftVerdict verdict = cars.run("r1", 1, CarRows.normal(2_000, 3)).verdict();
    assertEquals(DriftVerdict.OK, verdict.outcome());
    assertEquals(0, verdict.violations());
    assertNull(verdict.drift());
    assertTrue(isThere("r1", "data-quality/statistics.json"));
    assertTrue(isThere("r1", "data-quality/constraints.json"));
    assertTrue(isThere("r1", "predictions.csv.gz"));
    assertFalse(isThere("r1", "data-quality/constraint_violations.json"));
    assertTrue(report("r1").contains("No drift"));
    assertEquals(1, windows());
  }

  @Test
  void shifted_traffic_alarms_exactly_what_was_shifted() {
    DriftVerdict verdict = cars.run("r1", 1, CarRows.normal(2_000, 3).shifted()).verdict();
    assertEquals(DriftVerdict.DRIFT, verdict.outcome());
    Set<String> features =
        features(verdict).stream()
            .filter(name -> !name.startsWith("prediction_"))
            .collect(Collectors.toSet());
    assertEquals(Set.of("miles", "fuel", "engine"), features);
    assertTrue(isThere("r1", "data-quality/constraint_violations.json"));
    DriftFound drift = verdict.drift();
    assertNotNull(drift);
    assertEquals(2_000, drift.rows());
    assertTrue(drift.charts().stream().anyMatch(chart -> chart.feature().equals("miles")));
    Alarm missing =
        drift.alarms().stream().filter(a -> a.feature().equals("engine")).findFirst().orElseThrow();
    assertEquals(3, missing.examples().size());
    assertEquals("", missing.examples().getFirst().get("engine"));
  }

  @Test
  void an_alarm_waits_for_as_many_windows_as_the_rule_says() {
    cars.rule = new AlarmRule(2, 3);
    assertEquals(Set.of(), features(cars.run("r1", 1, drifted(3)).verdict()));
    assertTrue(report("r1").contains("Nothing to do yet"));
    assertEquals(Set.of(), features(cars.run("r2", 2, CarRows.normal(2_000, 4)).verdict()));
    assertEquals(Set.of("fuel"), features(cars.run("r3", 3, drifted(5)).verdict()));
    assertTrue(report("r3").contains("over the last 3 windows"));
  }

  private static CarRows drifted(long seed) {
    return CarRows.normal(2_000, seed).with("fuel", 0.25, fuel -> "Electric");
  }

  @Test
  void windows_held_against_an_older_endpoint_do_not_count() {
    cars.rule = new AlarmRule(2, 2);
    cars.run("r1", 1, drifted(3));
    cars.endpointChanged = WatchedCars.FIRST_RUN.plus(Duration.ofMinutes(90));
    assertEquals(Set.of(), features(cars.run("r2", 2, drifted(4)).verdict()));
    assertEquals(Set.of("fuel"), features(cars.run("r3", 3, drifted(5)).verdict()));
  }

  @Test
  void rows_of_another_version_say_nothing_of_this_ones_predictions() {
    cars.version = _ -> "20250101T000000Z-00000000";
    cars.run("r1", 1, CarRows.normal(2_000, 3).shifted());
    assertFalse(
        new String(cars.store.read(result("r1", "data-quality/statistics.json")), UTF_8)
            .contains("prediction_"));
  }

  @Test
  void people_may_allow_what_the_baseline_does_not() {
    cars.put(
        MonitoringObjects.overrides(WatchedCars.PROJECT),
        """
        {"features":[{"name":"fuel","monitoringConfigOverrides":{"evaluate_constraints":"Disabled",
        "distribution_constraints":{"perform_comparison":"Disabled"}}}]}
        """);
    assertEquals(DriftVerdict.OK, cars.run("r1", 1, drifted(3)).verdict().outcome());
  }

  @Test
  void broken_overrides_are_told_of_and_passed_over() {
    cars.put(MonitoringObjects.overrides(WatchedCars.PROJECT), "{ no JSON");
    assertEquals(Set.of("fuel"), features(cars.run("r1", 1, drifted(3)).verdict()));
    assertTrue(report("r1").contains("monitoring/cars/constraints.json was passed over"));
  }

  @Test
  void a_small_window_says_nothing() {
    DriftVerdict verdict = cars.run("r1", 1, CarRows.normal(100, 3).shifted()).verdict();
    assertEquals(0, verdict.violations());
    assertTrue(report("r1").contains("Too few rows"));
  }

  @Test
  void a_version_without_baseline_is_not_judged() {
    WatchedCars old = new WatchedCars(new InMemoryObjectStore());
    DriftVerdict verdict = old.run("r1", 1, CarRows.normal(500, 3).shifted()).verdict();
    assertEquals(DriftVerdict.OK, verdict.outcome());
    assertTrue(
        new String(old.store.read(verdict.report()), UTF_8)
            .contains("the serving version has no baseline"));
  }

  @Test
  void a_run_on_trial_leaves_the_ledger() {
    cars.order = new WindowOrder(WindowMode.PEEK, null, null);
    cars.run("r1", 1, CarRows.normal(500, 3));
    assertEquals(0, windows());
    assertTrue(isThere("r1", "report.html"));
  }

  @Test
  void names_that_are_markup_do_no_harm() {
    String hostile = "</style><script>alert(1)</script>";
    CarRows rows =
        CarRows.normal(2_000, 3).with("fuel", 0.25, fuel -> hostile).withExtra(hostile + "<img>");
    assertTrue(features(cars.run("r1", 1, rows).verdict()).contains("fuel"));
    assertFalse(report("r1").contains("<script"));
    assertFalse(report("r1").contains("<img"));
    assertTrue(report("r1").contains("&lt;script&gt;"));
  }

  @Test
  void baselines_are_the_same_bytes_whenever_they_are_made() {
    List<String> before = etags();
    cars.baselines();
    assertEquals(before, etags());
    assertEquals(2 * 5, before.size());
  }

  private List<String> etags() {
    return cars.store
        .list("models", "")
        .filter(info -> info.key().name().matches(".*(statistics|constraints)\\.json"))
        .map(info -> info.key() + " " + info.etag())
        .toList();
  }

  @Test
  void more_alarms_than_can_be_told_are_counted_and_reported_and_some_of_them_told() {
    CarRows rows = CarRows.normal(2_000, 3).shifted();
    for (int i = 0; i < 100; i++) {
      rows = rows.withExtra("a column with the rather long name of number " + i);
    }
    DriftVerdict verdict = cars.run("r1", 1, rows).verdict();
    DriftFound drift = verdict.drift();
    assertNotNull(drift);
    assertTrue(verdict.alarms() > 100, "alarms: " + verdict.alarms());
    assertEquals(DriftFound.MOST_ALARMS, drift.alarms().size());
    assertTrue(Json.bytes(verdict).length < 200_000, "bytes: " + Json.bytes(verdict).length);
    assertTrue(report("r1").contains("of number 99"));
  }
}
