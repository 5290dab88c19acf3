// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.monitoring.DriftVerdict;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.monitor.WatchedCars.Truth;
import io.odometer.monitor.ledger.LedgerStore;
import io.odometer.monitor.ledger.LedgerWindow;
import io.odometer.platform.store.InMemoryObjectStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs with labels, through both checks to the verdict. */
class LabelledRunTest {
  private static final CarRows ROWS = CarRows.normal(1_000, 3);
  private static final CarRows MORE = CarRows.normal(1_000, 4);

  private final WatchedCars cars = new WatchedCars(new InMemoryObjectStore());

  @BeforeEach
  void train() {
    cars.baselines();
  }

  private boolean isThere(String run, String name) {
    return cars.store
        .find(MonitoringObjects.folder(WatchedCars.PROJECT, new ExecutionId(run)).child(name))
        .isPresent();
  }

  private String report(DriftVerdict verdict) {
    return new String(cars.store.read(verdict.report()), UTF_8);
  }

  private List<LedgerWindow> windows() {
    return new LedgerStore(cars.store).read(WatchedCars.PROJECT).ledger().windows();
  }

  @Test
  void labels_as_at_training_are_fine_and_their_metrics_are_remembered() {
    DriftVerdict verdict = cars.run("r1", 1, ROWS, new Truth("r1", ROWS, 1)).verdict();
    assertEquals(DriftVerdict.OK, verdict.outcome());
    assertEquals(0, verdict.violations());
    LedgerWindow window = windows().getLast();
    assertEquals(1_000, window.labelled());
    assertTrue(
        window.metrics().keySet().containsAll(List.of("linear.rmse", "xgboost.mae", "rmse")));
    assertTrue(report(verdict).contains("All versions combined"));
    assertTrue(isThere("r1", "model-quality/statistics.json"));
    assertTrue(isThere("r1", "model-quality/statistics-linear.json"));
    assertTrue(isThere("r1", "model-quality/statistics-xgboost.json"));
    assertTrue(isThere("r1", "labels.csv.gz"));
    assertFalse(isThere("r1", "model-quality/constraint_violations.json"));
    assertFalse(isThere("r1", "model-quality/result.json"));
  }

  @Test
  void labels_twice_as_high_break_the_limit_of_errors() {
    cars.run("r1", 1, ROWS, new Truth("r1", ROWS, 1));
    DriftVerdict verdict = cars.run("r2", 2, MORE, new Truth("r2", MORE, 2)).verdict();
    assertEquals(DriftVerdict.DRIFT, verdict.outcome());
    DriftFound drift = verdict.drift();
    assertNotNull(drift);
    assertEquals(1_000, drift.labels());
    Alarm rmse =
        drift.alarms().stream()
            .filter(alarm -> alarm.feature().equals("linear.rmse"))
            .findFirst()
            .orElseThrow();
    assertEquals("GreaterThanThreshold", rmse.check());
    assertTrue(isThere("r2", "model-quality/constraint_violations.json"));
    String page = report(verdict);
    assertTrue(page.contains("Errors of linear and xgboost are outside their limits"), page);
    assertTrue(page.contains("; RMSE is 14,032 (limit 5,546); "), page);
    assertFalse(page.contains("GreaterThanThreshold"), page);
  }

  @Test
  void labels_that_come_late_reopen_their_window() {
    cars.run("r1", 1, ROWS);
    assertEquals(0, windows().getLast().labelled());
    DriftVerdict verdict = cars.run("r2", 2, MORE, new Truth("r1", ROWS, 1)).verdict();
    assertEquals(DriftVerdict.OK, verdict.outcome());
    assertEquals(List.of(1_000L, 0L), windows().stream().map(LedgerWindow::labelled).toList());
    assertTrue(windows().getFirst().metrics().containsKey("linear.rmse"));
    assertTrue(isThere("r2", "model-quality/windows/r1.json"));
    assertTrue(report(verdict).contains("Late labels also changed 1 earlier window"));
  }
}
