// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.drift.ModelQuality;
import io.odometer.core.drift.ModelQualityConstraints;
import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.drift.RegressionMetric;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.BaselineFiles;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.QualityResult;
import io.odometer.core.monitoring.WindowMode;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.registry.ModelId;
import io.odometer.core.store.PutCondition;
import io.odometer.monitor.CapturedCars.Run;
import io.odometer.monitor.quality.MemberQuality;
import io.odometer.monitor.quality.QualityFindings;
import io.odometer.testmodels.CarVersions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Labels find what was predicted, whenever and however they come. */
class LabelsTest {
  private final CapturedCars cars = new CapturedCars();

  private static double mae(QualityFindings findings, String member) {
    return current(findings, member).value(RegressionMetric.MAE);
  }

  private static ModelQualityStatistics current(QualityFindings findings, String member) {
    return Objects.requireNonNull(member(findings, member).current());
  }

  private static MemberQuality member(QualityFindings findings, String name) {
    return findings.members().stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private QualityFindings findings(String run) {
    Run started = cars.run(run);
    return started.findings(started.consolidate());
  }

  @Test
  void a_label_is_joined_by_id_and_each_member_is_measured() {
    cars.capture("a", cars.request("r1", 1, 100), cars.request("r2", 1, 200));
    cars.truth("2026/03/04/05/a.jsonl", CapturedCars.label("r1", "90"));
    QualityFindings findings = findings("ids");
    assertEquals(2, findings.predictions());
    assertEquals(1, findings.labelled());
    assertEquals(10, mae(findings, "combined"));
    assertEquals(9, mae(findings, "linear"));
    assertEquals(11, mae(findings, "xgboost"));
  }

  @Test
  void rows_of_a_request_have_ids_of_their_own() {
    cars.capture(
        "a",
        cars.request(
            "many",
            "json",
            "[{\"miles\": 1}, {\"miles\": 2}]",
            List.of(List.of(10.0, 10.0, 10.0), List.of(20.0, 20.0, 20.0))),
        cars.request("one", 1, 30));
    cars.truth(
        "a.jsonl",
        CapturedCars.label("many/1", "21"),
        CapturedCars.label("many", "0"),
        CapturedCars.label("one/0", "33"));
    QualityFindings findings = findings("rows");
    assertEquals(2, findings.labelled());
    assertEquals(2, mae(findings, "combined"));
  }

  @Test
  void a_table_of_labels_is_joined_by_id_or_by_the_projects_keys() {
    cars.labelKeys = List.of("fuel", "plate");
    cars.capture(
        "a",
        cars.request(
            "r1",
            "json",
            "{\"miles\": 1, \"fuel\": \"Diesel\", \"plate\": 77}",
            List.of(List.of(100.0, 100.0, 100.0))),
        cars.request(
            "r2",
            "named-csv",
            "plate,fuel,miles\n78 , Diesel,3\n",
            List.of(List.of(200.0, 200.0, 200.0))),
        cars.request("r3", 1, 300));
    cars.truth("keys.csv", "plate;price;fuel", "77;103;Diesel", "78;205;Diesel", "77;1;Petrol");
    cars.truth("ids.csv", "inference_id,price", "r3,310", "r4,1", "r3x,");
    Run run = cars.run("keys");
    Consolidated consolidated = run.consolidate();
    QualityFindings findings = run.findings(consolidated);
    assertEquals(3, findings.labelled());
    assertEquals((3 + 5 + 10) / 3.0, mae(findings, "combined"), 1e-9);
    assertEquals(Map.of("no label", 1L), cars.taken(consolidated).unusableLabels());
    assertEquals(5, consolidated.labels());
    assertEquals(Map.of(), cars.taken(consolidated).extraColumns());
  }

  @Test
  void unusable_labels_are_counted_by_reason() {
    cars.truth("a.jsonl", "x", "{}", CapturedCars.label("", "1"), CapturedCars.label("r", "dear"));
    cars.truth("b.csv", "id,cost", "r,1");
    cars.truth("c.csv", "name,price", "r,1");
    Consolidated consolidated = cars.run("unusable").consolidate();
    assertEquals(0, consolidated.labels());
    assertEquals(
        Map.of(
            "not JSON as expected", 1L,
            "no record of ground truth", 1L,
            "a label without an id", 1L,
            "a label that is no number", 1L,
            "a table without the target column", 1L,
            "a table whose labels nothing joins", 1L),
        cars.taken(consolidated).unusableLabels());
  }

  @Test
  void the_last_label_wins_within_a_run_and_between_runs() {
    cars.capture("a", cars.request("r1", 1, 100));
    cars.truth("a.jsonl", CapturedCars.label("r1", "1"), CapturedCars.label("r1", "90"));
    Run first = cars.run("first");
    Consolidated consolidated = first.consolidate();
    assertEquals(10, mae(first.findings(consolidated), "combined"));
    first.commit(consolidated);
    cars.pass(Duration.ofMinutes(1));
    cars.truth("a.jsonl", CapturedCars.label("r1", "80"));
    QualityFindings again = findings("second");
    assertEquals(20, mae(again, "combined"));
    assertEquals(first.execution(), again.reopened().getFirst().execution());
  }

  @Test
  void late_labels_reopen_the_window_they_belong_to_with_all_its_labels() {
    cars.capture("a", cars.request("r1", 1, 100), cars.request("r2", 1, 200));
    cars.truth("a.jsonl", CapturedCars.label("r1", "90"));
    Run first = cars.run("first");
    first.commit(first.consolidate());
    cars.pass(Duration.ofHours(3));
    cars.capture("b", cars.request("r3", 1, 300));
    cars.truth("late/2026/03/04/08/b.jsonl", CapturedCars.label("r2", "170"));
    Run second = cars.run("second");
    Consolidated consolidated = second.consolidate();
    QualityFindings findings = second.findings(consolidated);
    assertEquals(0, findings.labelled());
    assertEquals(1, findings.predictions());
    assertEquals(2, findings.reopened().getFirst().labelled());
    assertEquals(20.0, findings.reopened().getFirst().metrics().get("mae"));
    assertEquals(20, mae(findings, "combined"));
    second.commit(consolidated, findings.reopened());
    assertEquals(
        20.0,
        cars.ledgers.read(CapturedCars.PROJECT).ledger().windows().getFirst().metrics().get("mae"));
  }

  @Test
  void a_label_may_come_before_its_prediction() {
    cars.truth("a.jsonl", CapturedCars.label("r1", "90"));
    Run first = cars.run("first");
    first.commit(first.consolidate());
    cars.pass(Duration.ofMinutes(1));
    cars.capture("a", cars.request("r1", 1, 100), cars.request("r2", 1, 100));
    cars.truth("b.jsonl", CapturedCars.label("unknown", "1"));
    QualityFindings findings = findings("second");
    assertEquals(1, findings.labelled());
    assertEquals(List.of(), findings.reopened());
  }

  @Test
  void labels_beyond_the_horizon_and_a_peeks_reopen_nothing() {
    cars.capture("a", cars.request("r1", 1, 100));
    Run first = cars.run("first");
    first.commit(first.consolidate());
    cars.pass(Duration.ofDays(1));
    cars.truth("a.jsonl", CapturedCars.label("r1", "90"));
    Run peek = cars.run("peek", new WindowOrder(WindowMode.PEEK, null, null));
    assertEquals(List.of(), peek.findings(peek.consolidate()).reopened());
    cars.pass(Duration.ofDays(30));
    Run late = cars.run("late");
    Consolidated consolidated = late.consolidate();
    assertEquals(1, consolidated.labels());
    assertEquals(List.of(), late.findings(consolidated).reopened());
    assertEquals("no ground truth", late.modelQuality(consolidated).outcome());
  }

  @Test
  void each_version_is_held_against_its_own_baseline() {
    baseline(cars.members.getFirst(), 50);
    cars.capture("a", lines(0, 30));
    CarVersions versions = cars.versions;
    ModelId fresh = versions.linear("cars", "v2", 7);
    baseline(fresh, 0.1);
    cars.endpoint = CapturedCars.endpoint(List.of(fresh, cars.members.getLast()));
    cars.capture("b", lines(30, 60));
    cars.truth("l.csv", labels(60));
    Run run = cars.run("versions");
    Consolidated consolidated = run.consolidate();
    QualityResult result = run.modelQuality(consolidated);
    QualityFindings findings = run.findings(consolidated);
    assertEquals("checked", result.outcome());
    assertEquals(30, current(findings, "linear").rows());
    assertEquals(30, current(findings, "linear@v1").rows());
    assertEquals(60, current(findings, "xgboost").rows());
    assertEquals(List.of(), member(findings, "linear@v1").violations());
    assertNull(member(findings, "xgboost").constraints());
    assertTrue(
        member(findings, "linear").violations().stream()
            .anyMatch(violation -> violation.subject().equals("linear.mae")),
        member(findings, "linear").violations().toString());
    assertEquals(result.violations(), member(findings, "linear").violations().size());
    assertTrue(exists(result, "constraint_violations.json"));
    assertTrue(exists(result, "statistics.json"));
    assertTrue(exists(result, "statistics-linear.json"));
  }

  @Test
  void versions_without_a_baseline_and_small_samples_break_no_constraint() {
    cars.capture("a", lines(0, 30));
    cars.truth("l.csv", labels(30));
    Run run = cars.run("none");
    assertEquals("no baseline", run.modelQuality(run.consolidate()).outcome());
    baseline(cars.members.getFirst(), 0.1);
    cars.minimumRows = 31;
    Run small = cars.run("small");
    QualityResult result = small.modelQuality(small.consolidate());
    assertEquals("too few rows", result.outcome());
    assertFalse(exists(result, "constraint_violations.json"));
  }

  private boolean exists(QualityResult result, String file) {
    return cars.store.find(Objects.requireNonNull(result.folder()).child(file)).isPresent();
  }

  private String[] lines(int from, int to) {
    String[] lines = new String[to - from];
    Arrays.setAll(lines, i -> cars.request("r" + (from + i), i, 1_000 + 10 * (from + i)));
    return lines;
  }

  /** Each a little less than predicted. */
  private static String[] labels(int count) {
    String[] labels = new String[count + 1];
    Arrays.setAll(labels, i -> "r" + (i - 1) + "," + (1_000 + 10 * (i - 1) - 5 - i % 3));
    labels[0] = "id,price";
    return labels;
  }

  private void baseline(ModelId id, double error) {
    ModelQuality quality = new ModelQuality();
    for (int i = 0; i < 300; i++) {
      quality.add(1_000 + i, 1_000 + i + (i % 2 == 0 ? error : -error));
    }
    ModelQualityStatistics statistics = quality.statistics(null);
    put(id, BaselineFiles.MODEL_STATISTICS, statistics);
    put(id, BaselineFiles.MODEL_CONSTRAINTS, ModelQualityConstraints.suggest(statistics));
  }

  private void put(ModelId id, String file, Object content) {
    cars.store.put(id.folder().child(file), Json.bytes(content), new PutCondition.Always());
  }
}
