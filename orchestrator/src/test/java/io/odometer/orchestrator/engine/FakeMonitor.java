// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.Baseline;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.DriftVerdict;
import io.odometer.core.monitoring.QualityResult;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Does a monitor's tasks in no time: the answers have the real shapes, the numbers are given. */
final class FakeMonitor {
  private static final ObjectKey FOLDER = new ObjectKey("work", "monitor");

  private long rows;
  private boolean drifts;

  /** So much traffic is new from now on. */
  void traffic(long next) {
    rows = next;
  }

  /** From now on the mileage of all traffic has drifted. */
  void drift() {
    drifts = true;
  }

  TaskReport work(TaskCommand command) {
    return new TaskReport.Succeeded(command.execution(), command.taskId(), output(command));
  }

  private JsonNode output(TaskCommand command) {
    return switch (command.resource().task()) {
      case "data-baseline" -> Json.toTree(new Baseline(FOLDER, List.of("statistics.json")));
      case "model-baseline" -> Json.toTree(new Baseline(FOLDER, List.of("model-statistics.json")));
      case "consolidate" -> Json.toTree(consolidated());
      case "data-quality", "model-quality" -> Json.toTree(new QualityResult("checked", FOLDER, 0));
      case "evaluate-drift" -> Json.toTree(verdict(command));
      case "tidy" -> Json.object();
      default -> throw new IllegalArgumentException("no such task: " + command.resource());
    };
  }

  private Consolidated consolidated() {
    long objects = rows == 0 ? 0 : 1;
    return new Consolidated(null, null, rows, rows, 0, 0, 0, objects, List.of(), List.of(), FOLDER);
  }

  private DriftVerdict verdict(TaskCommand command) {
    return drifts
        ? new DriftVerdict(DriftVerdict.DRIFT, 1, 1, FOLDER, found(command))
        : new DriftVerdict(DriftVerdict.OK, 0, 0, FOLDER, null);
  }

  private DriftFound found(TaskCommand command) {
    DriftFound.Alarm alarm =
        new DriftFound.Alarm(
            "mileage",
            "baseline_drift_check",
            "distance: 0.3 exceeds threshold: 0.1",
            0.3,
            0.1,
            List.of(Map.of("mileage", "160000")));
    return new DriftFound(
        command.execution(), List.of(), null, null, rows, 0, List.of(alarm), List.of(), FOLDER);
  }
}
