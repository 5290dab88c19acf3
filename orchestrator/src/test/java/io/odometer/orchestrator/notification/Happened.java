// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events as the services publish them. */
final class Happened {
  static final ProjectName PROJECT = new ProjectName("used-cars");
  static final Instant TIME = Instant.parse("2026-03-04T10:15:30Z");
  private static final ModelId LINEAR =
      new ModelId(PROJECT, Algorithm.LINEAR, new ModelVersion("20260301T000000Z-aaaa"));
  private static final ModelId XGBOOST =
      new ModelId(PROJECT, Algorithm.XGBOOST, new ModelVersion("20260302T000000Z-bbbb"));

  private Happened() {}

  static SystemEvent ended(String workflow, String status) {
    return event("execution.changed", "e1/" + status, execution(workflow, status));
  }

  static SystemEvent failed(String cause) {
    ObjectNode data = execution("training", "FAILED");
    data.put("error", "Data.Empty").put("cause", cause);
    return event("execution.changed", "e1/FAILED", data);
  }

  private static ObjectNode execution(String workflow, String status) {
    return Json.object()
        .put("id", "e1")
        .put("name", "run-1")
        .put("workflow", workflow)
        .put("status", status)
        .put("startedAt", "2026-03-04T10:12:00Z")
        .put("stoppedAt", "2026-03-04T10:15:30Z");
  }

  static SystemEvent rejected() {
    return event(
        "model.rejected",
        XGBOOST.toString(),
        Json.object()
            .put("model", XGBOOST.toString())
            .put("rmse", 2100.512)
            .put("r2", 0.9)
            .put("reason", "RMSE 2100.51, champion has 1990.25 on the same rows")
            .put("execution", "e1")
            .put("gate", "worse-than-champion")
            .put("champion", LINEAR.toString())
            .put("championRmse", 1990.25)
            .put("threshold", 3000));
  }

  static SystemEvent crowned() {
    Endpoint endpoint =
        new Endpoint(
            PROJECT,
            4,
            new EndpointRule(
                CombinationRule.WEIGHTED, Map.of(Algorithm.LINEAR, 1.0, Algorithm.XGBOOST, 3.0)),
            List.of(LINEAR, XGBOOST),
            new ExecutionId("e1"),
            TIME);
    return event("endpoint.updated", "used-cars/4", Json.toTree(endpoint));
  }

  static SystemEvent drifted(String feature) {
    ExecutionId execution = new ExecutionId("m1");
    DriftFound drift =
        new DriftFound(
            execution,
            List.of(LINEAR, XGBOOST),
            TIME.minusSeconds(3600),
            TIME,
            12_345,
            0,
            List.of(
                alarm(feature, "baseline_drift_check", "share of the rows moved", 0.34, 0.08),
                alarm("fuelType", "categorical_values_check", "2.4 % are Hydrogen", null, null),
                alarm("year", "completeness_check", "8.1 % are missing", 0.919, 0.99)),
            List.of(
                new DriftFound.Chart(
                    feature,
                    List.of("0 – 20000", "20000 – 40000", "40000 – 60000", "60000 and more"),
                    List.of(0.55, 0.3, 0.1, 0.05),
                    List.of(0.28, 0.3, 0.22, 0.2)),
                new DriftFound.Chart(
                    "fuelType",
                    List.of("Petrol", "Diesel", "Hybrid", "Hydrogen"),
                    List.of(0.55, 0.415, 0.035, 0.0),
                    List.of(0.54, 0.4, 0.036, 0.024))),
            MonitoringObjects.report(PROJECT, execution));
    ObjectNode data = (ObjectNode) Json.toTree(drift);
    data.put("action", "retraining").put("training", "e7");
    return event("drift.found", "m1", data);
  }

  private static DriftFound.Alarm alarm(
      String feature,
      String check,
      String description,
      @Nullable Double distance,
      @Nullable Double threshold) {
    return new DriftFound.Alarm(feature, check, description, distance, threshold, List.of());
  }

  static SystemEvent event(String type, String what, JsonNode data) {
    return new SystemEvent(
        type + "/" + what, type, "orchestrator", TIME, PROJECT, "it is told: " + what, data);
  }

  static Delivery mail(SystemEvent event, String address) {
    return new Delivery(event, Notices.of(event).orElseThrow(), new Channel.Mail(address));
  }
}
