// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.error.ErrorName;
import io.odometer.core.json.Json;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import io.odometer.core.training.Evaluation;
import io.odometer.core.training.Gate;
import io.odometer.core.training.RegisteredModel;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Does a trainer's tasks in no time: the answers have the real shapes, the numbers are given. */
final class FakeTrainer {
  private final Map<String, ErrorName> failures = new HashMap<>();
  private double rmse = 100;

  /** From now on this is every version's error on the test rows. */
  void rmse(double next) {
    rmse = next;
  }

  /** From now on this task fails. */
  void failAt(String task, ErrorName error) {
    failures.put(task, error);
  }

  void recover() {
    failures.clear();
  }

  TaskReport work(TaskCommand command) {
    ErrorName failure = failures.get(command.resource().task());
    return failure != null
        ? new TaskReport.Failed(command.execution(), command.taskId(), failure, "as told")
        : new TaskReport.Succeeded(command.execution(), command.taskId(), output(command));
  }

  private JsonNode output(TaskCommand command) {
    return switch (command.resource().task()) {
      case "preprocess" -> Json.object().set("objects", command.input().path("objects"));
      case "train" -> Json.object().put("trainingSeconds", 0.1);
      case "evaluate" -> Json.toTree(evaluation(command.input()));
      case "register" -> Json.toTree(registered(command));
      default -> throw new IllegalArgumentException("no such task: " + command.resource());
    };
  }

  private Evaluation evaluation(JsonNode input) {
    Algorithm algorithm = algorithm(input);
    if (!input.path("endpoint").isObject()) {
      return new Evaluation(metrics(rmse), null);
    }
    return Json.fromTree(input.path("endpoint"), Endpoint.class).members().stream()
        .filter(member -> member.algorithm().equals(algorithm))
        .findFirst()
        .map(
            member ->
                new Evaluation(metrics(rmse), new Evaluation.ChampionScore(member, metrics(100))))
        .orElseGet(() -> new Evaluation(metrics(rmse), null));
  }

  private static RegisteredModel registered(TaskCommand command) {
    JsonNode input = command.input();
    return new RegisteredModel(
        new ModelId(
            new ProjectName(input.path("project").path("name").stringValue()),
            algorithm(input),
            ModelVersion.of(command.executionStartedAt(), command.execution())),
        Json.fromTree(input.path("gate"), Gate.class),
        Json.fromTree(input.path("evaluation"), Evaluation.class),
        null);
  }

  private static Algorithm algorithm(JsonNode input) {
    return new Algorithm(input.path("algorithm").path("name").stringValue());
  }

  private static RegressionMetrics metrics(double rmse) {
    return new RegressionMetrics(rmse, rmse, rmse * rmse, 0.9, 100);
  }
}
