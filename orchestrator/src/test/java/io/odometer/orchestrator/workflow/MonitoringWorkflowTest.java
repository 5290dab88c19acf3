// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.ChecksInput;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.DriftVerdict;
import io.odometer.core.monitoring.EvaluateDriftInput;
import io.odometer.core.monitoring.MonitorInput;
import io.odometer.core.monitoring.QualityResult;
import io.odometer.core.monitoring.ReportDriftInput;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.ProjectName;
import io.odometer.core.store.ObjectKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shipped monitoring workflow, its tasks answered by hand. */
final class MonitoringWorkflowTest {
  private static final ObjectKey FOLDER = new ObjectKey("work", "execution/x");
  private static final String DATA = "Checks[0]/DataQuality";
  private static final String MODEL = "Checks[1]/ModelQuality";
  private static final String CHECKED = Json.text(new QualityResult("checked", FOLDER, 1));
  private static final String OK = Json.text(new DriftVerdict("ok", 1, 0, FOLDER, null));
  private static final String DRIFT =
      """
      {"outcome": "drift", "violations": 2, "alarms": 1, "report": {"bucket": "monitoring", "path": "r"},
       "drift": {"execution": "e", "members": [], "rows": 500, "labels": 0, "charts": [],
         "alarms": [{"feature": "mileage", "check": "c", "description": "d", "examples": []}],
         "report": {"bucket": "monitoring", "path": "r"}}}\
      """;

  private Drive drive;

  @BeforeEach
  void start() throws IOException {
    drive = new Drive(definition(), input());
  }

  private static Definition definition() throws IOException {
    try (var json =
        MonitoringWorkflowTest.class.getResourceAsStream("/workflows/monitoring.asl.json")) {
      return Definition.parse("monitoring", Json.tree(json.readAllBytes()));
    }
  }

  private static JsonNode input() {
    return input("{\"mode\": \"new\"}");
  }

  private static JsonNode input(String window) {
    return Json.tree(
        """
        {"project": {"name": "cars", "target": "price", "algorithms": {"linear": {}},
          "split": {"train": 70, "validation": 15, "test": 15, "seed": 42}, "filter": {},
          "endpoint": {"rule": "max", "weights": {}}, "types": {}, "ignore": [],
          "quietPeriod": "PT2S", "version": 1},
         "endpoint": {"name": "cars", "version": 3, "rule": {"rule": "max", "weights": {}},
          "members": [{"project": "cars", "algorithm": "linear", "version": "v1"}],
          "execution": "e", "updatedAt": "2026-01-01T00:00:00Z"},
         "window": %s, "firedAt": null}\
        """
            .formatted(window));
  }

  private Drive consolidated(long rows, long labels) {
    return consolidated(rows, labels, rows == 0 && labels == 0 ? 0 : 3);
  }

  private Drive consolidated(long rows, long labels, long objects) {
    Instant at = rows == 0 ? null : Drive.START;
    return drive.succeed(
        "Consolidate",
        Json.text(
            new Consolidated(
                at,
                at,
                rows,
                rows,
                0,
                0,
                labels,
                objects,
                List.of(FOLDER),
                List.of(FOLDER),
                FOLDER)));
  }

  private void succeeds(String output) {
    drive.succeed("Tidy", "{\"removed\": 3}");
    assertEquals(ExecutionStatus.SUCCEEDED, drive.execution().status());
    assertEquals(Json.tree(output), drive.execution().output());
    assertEquals(List.of(), drive.execution().timers());
  }

  @Test
  void nothing_new_ends_well_and_says_so_after_tidying_up() {
    consolidated(0, 0);
    assertEquals(List.of("Tidy"), drive.tasks().stream().map(task -> task.state()).toList());
    succeeds("{\"outcome\": \"no new data\"}");
  }

  @Test
  void every_task_gets_the_record_that_it_reads() {
    MonitorInput input = Json.fromTree(drive.task("Consolidate").input(), MonitorInput.class);
    assertEquals(WindowOrder.NEW, input.window());
    assertNull(input.firedAt());

    consolidated(500, 20);
    ChecksInput data = Json.fromTree(drive.task(DATA).input(), ChecksInput.class);
    assertEquals(500, data.consolidated().rows());
    assertEquals(3, data.endpoint().version());
    assertEquals(data, Json.fromTree(drive.task(MODEL).input(), ChecksInput.class));

    drive.succeed(MODEL, Json.text(new QualityResult("checked", FOLDER, 7)));
    drive.succeed(DATA, CHECKED);
    EvaluateDriftInput evaluate =
        Json.fromTree(drive.task("EvaluateDrift").input(), EvaluateDriftInput.class);
    assertEquals(1, evaluate.dataQuality().violations());
    assertEquals(7, evaluate.modelQuality().violations());
    assertEquals(20, evaluate.consolidated().labels());
    assertEquals(new ProjectName("cars"), evaluate.project().name());
  }

  @Test
  void model_quality_is_checked_only_with_labels() {
    consolidated(500, 0).succeed(DATA, CHECKED);
    EvaluateDriftInput evaluate =
        Json.fromTree(drive.task("EvaluateDrift").input(), EvaluateDriftInput.class);
    assertEquals(new QualityResult("no ground truth", null, 0), evaluate.modelQuality());
    drive.succeed("EvaluateDrift", OK);
    assertFalse(drive.entered().contains("ReportDrift"));
    succeeds(OK);
  }

  @Test
  void labels_alone_are_new_data() {
    consolidated(0, 5).succeed(DATA, CHECKED).succeed(MODEL, CHECKED);
    drive.succeed("EvaluateDrift", OK);
    succeeds(OK);
  }

  @Test
  void refused_requests_alone_are_new_data() {
    consolidated(0, 0, 1).succeed(DATA, CHECKED).succeed("EvaluateDrift", OK);
    succeeds(OK);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'mode': 'new'} | true",
        "{'mode': 'rewind', 'from': '2026-01-01T00:00:00Z'} | true",
        "{'mode': 'peek'} | false",
        "{'mode': 'range', 'from': '2026-01-01T00:00:00Z', 'to': '2026-01-02T00:00:00Z'} | false",
      })
  void only_who_moves_the_bookmark_reports_drift(String window, boolean reports)
      throws IOException {
    drive = new Drive(definition(), input(window.replace('\'', '"')));
    consolidated(500, 0).succeed(DATA, CHECKED).succeed("EvaluateDrift", DRIFT);
    assertEquals(reports, drive.entered().contains("ReportDrift"));
    if (!reports) {
      succeeds(DRIFT);
    }
  }

  @Test
  void drift_is_reported_and_the_output_says_what_was_done() {
    consolidated(500, 0).succeed(DATA, CHECKED).succeed("EvaluateDrift", DRIFT);
    ReportDriftInput report =
        Json.fromTree(drive.task("ReportDrift").input(), ReportDriftInput.class);
    assertEquals(new ProjectName("cars"), report.project());
    assertEquals("mileage", report.drift().alarms().getFirst().feature());

    drive.succeed("ReportDrift", "{\"action\": \"retraining\", \"training\": \"t\"}");
    ObjectNode output = (ObjectNode) Json.tree(DRIFT);
    output.put("action", "retraining").put("training", "t");
    succeeds(Json.text(output));
  }

  @ParameterizedTest
  @CsvSource({"Checks[0]/DataQuality, Model.Corrupt", "Checks[1]/ModelQuality, Data.Malformed"})
  void a_check_that_fails_fails_the_run_by_its_name(String state, String error) {
    consolidated(500, 5).fail(state, error);
    assertEquals(ExecutionStatus.FAILED, drive.execution().status());
    assertEquals(error, drive.execution().error());
    assertFalse(drive.entered().contains("EvaluateDrift"));
  }

  @ParameterizedTest
  @CsvSource({"Store.Refused, 0", "Internal.Error, 4", "Task.GivenUp, 0"})
  void a_good_run_does_not_fail_of_tidying_up(String error, int retries) {
    consolidated(0, 0);
    for (int i = 0; i < retries; i++) {
      drive.fail("Tidy", error).fireNext();
    }
    drive.fail("Tidy", error);
    assertEquals(ExecutionStatus.SUCCEEDED, drive.execution().status());
    assertEquals(Json.tree("{\"outcome\": \"no new data\"}"), drive.execution().output());
  }

  @Test
  void an_outage_of_the_store_is_sat_out() {
    for (int i = 0; i < 200; i++) {
      drive.fail("Consolidate", "Store.Unavailable").fireNext();
    }
    consolidated(500, 0);
    assertTrue(drive.isRunning());
  }

  @Test
  void who_lost_the_ledger_fails_by_its_name() {
    consolidated(500, 0).succeed(DATA, CHECKED).fail("EvaluateDrift", "Ledger.Conflict");
    assertEquals("Ledger.Conflict", drive.execution().error());
  }

  @Test
  void a_monitor_that_is_down_holds_a_run_up_for_two_hours() {
    drive.fireNext();
    assertEquals(Drive.START.plus(Duration.ofHours(2)), drive.now());
    assertEquals("States.Timeout", drive.execution().error());
  }

  @Test
  void a_worker_that_falls_silent_is_replaced() {
    var lost = drive.task("Consolidate");
    drive.beat(lost, "{}").fireNext().fireNext();
    assertEquals(2, drive.states().getFirst().attempts());
  }
}
