// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.Errors;
import io.odometer.core.json.Json;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.training.DeployInput;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The registry's two tasks in a workflow: what serves now, and what is to serve next. */
final class DeployRules {
  private DeployRules() {}

  static ProjectStep apply(ProjectState state, TaskCommand command, Instant now) {
    return switch (command.resource().task()) {
      case "find-endpoint" ->
          ProjectStep.of(state, TaskAnswers.succeeded(command, current(state.registry())));
      case "deploy" -> deploy(state, command, now);
      default ->
          ProjectStep.of(
              state,
              TaskAnswers.failed(command, Errors.INTERNAL, "no such task: " + command.resource()));
    };
  }

  /** Both fields are always there: workflows refer to them. */
  private static JsonNode current(Registry registry) {
    ObjectNode answer = Json.object().put("version", registry.version());
    if (registry.endpoint() == null) {
      return answer.putNull("endpoint");
    }
    return answer.set("endpoint", Json.toTree(registry.endpoint()));
  }

  private static ProjectStep deploy(ProjectState state, TaskCommand command, Instant now) {
    Optional<DeployInput> input = TaskAnswers.input(command, DeployInput.class);
    if (input.isEmpty() || !input.get().project().equals(state.name())) {
      return ProjectStep.of(
          state,
          TaskAnswers.failed(
              command, Errors.INTERNAL, "not the input of deploy: " + command.input()));
    }
    if (state.settings() == null) {
      return ProjectStep.of(
          state,
          TaskAnswers.failed(
              command, Errors.PROJECT_UNKNOWN, "there is no project " + state.name()));
    }
    Deployment deployment = new Deployment(state.registry(), state.settings(), input.get());
    if (deployment.isDone(command.execution())) {
      return ProjectStep.of(state, TaskAnswers.succeeded(command, current(state.registry())));
    }
    if (input.get().expectedEndpointVersion() != state.registry().version()) {
      return ProjectStep.of(
          state,
          TaskAnswers.failed(command, Errors.REGISTRY_CONFLICT, conflict(state, input.get())));
    }
    Deployment.Result result = deployment.carryOut(command.execution(), now);
    return ProjectStep.of(
            state.with(result.registry()),
            TaskAnswers.succeeded(command, current(result.registry())))
        .after(result.effects());
  }

  private static String conflict(ProjectState state, DeployInput input) {
    return "endpoint %s has version %d by now, not %d"
        .formatted(state.name(), state.registry().version(), input.expectedEndpointVersion());
  }
}
