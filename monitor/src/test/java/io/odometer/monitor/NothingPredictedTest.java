// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.monitoring.CaptureFacts;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.DriftVerdict;
import io.odometer.monitor.ledger.LedgerWindow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows in which something was captured, and nothing predicted. */
class NothingPredictedTest {
  private final CapturedCars captured = new CapturedCars();
  private final WatchedCars cars = new WatchedCars(captured.store);

  @BeforeEach
  void train() {
    cars.baselines();
    captured.endpoint = cars.endpoint();
  }

  private String refused(String body) {
    return captured.line("r1", body, new CaptureFacts(422, "json", 1, cars.members, List.of()));
  }

  private DriftVerdict watch(String name, Consolidated consolidated) {
    captured.pass(Duration.ofHours(2));
    return cars.evaluate(name, 1, consolidated);
  }

  private LedgerWindow window() {
    return captured.ledgers.read(WatchedCars.PROJECT).ledger().windows().getLast();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"miles\": 9}", "no JSON", ""})
  void a_window_of_refused_requests_alone_counts_and_is_not_looked_at_again(String body) {
    captured.capture("a", refused(body), refused(body));
    Consolidated consolidated = captured.run("first").consolidate();
    assertEquals(0, consolidated.rows());
    assertEquals(2, consolidated.failed());
    DriftVerdict verdict = watch("first", consolidated);
    assertEquals(DriftVerdict.OK, verdict.outcome());
    assertEquals(0, verdict.violations());
    String report = new String(captured.store.read(verdict.report()), UTF_8);
    assertTrue(report.contains("2, of which 2 refused"), report);
    assertEquals(List.of(), window().outcomes());
    assertEquals(0, captured.run("second").consolidate().objects());
  }

  @Test
  void a_window_that_nobody_can_read_counts_and_says_so() {
    captured.capture("a", "garbage");
    Consolidated consolidated = captured.run("first").consolidate();
    assertEquals("no ground truth", captured.run("first").modelQuality(consolidated).outcome());
    DriftVerdict verdict = watch("first", consolidated);
    assertEquals(DriftVerdict.OK, verdict.outcome());
    String report = new String(captured.store.read(verdict.report()), UTF_8);
    assertTrue(report.contains("Too few rows to judge"), report);
    assertTrue(report.contains("1 captured record not read"), report);
    assertEquals(0, captured.run("second").consolidate().objects());
  }

  @Test
  void labels_that_belong_to_no_prediction_count_and_break_nothing() {
    captured.truth("a.jsonl", CapturedCars.label("unknown", "1"));
    DriftVerdict verdict = watch("first", captured.run("first").consolidate());
    assertEquals(DriftVerdict.OK, verdict.outcome());
    assertEquals(1, window().labels());
    assertEquals(0, captured.run("second").consolidate().labels());
  }
}
