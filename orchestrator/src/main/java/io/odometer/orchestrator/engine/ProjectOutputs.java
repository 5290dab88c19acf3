// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.message.Topics;
import io.odometer.core.project.ProjectName;
import io.odometer.orchestrator.project.ProjectEffect;
import io.odometer.orchestrator.workflow.ExecutionEvent;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;

/** Which record on which topic carries out an effect. */
final class ProjectOutputs {
  private ProjectOutputs() {}

  static Record<String, Outgoing> of(ProjectName name, ProjectEffect effect, Instant now) {
    return switch (effect) {
      case ProjectEffect.StoreProject(var project) ->
          Outgoing.of(Topics.PROJECTS, name.value(), project, name + "/" + project.version(), now);
      case ProjectEffect.StoreModel(var model) ->
          Outgoing.of(
              Topics.MODELS,
              model.id().toString(),
              model,
              model.id() + "/" + model.stage().json(),
              now);
      case ProjectEffect.StoreEndpoint(var endpoint) ->
          Outgoing.of(
              Topics.ENDPOINTS, name.value(), endpoint, name + "/" + endpoint.version(), now);
      case ProjectEffect.AnnounceExecution(var execution) ->
          Outgoing.of(
              Topics.EXECUTIONS,
              execution.id().value(),
              execution,
              execution.id() + "/0/" + execution.status(),
              now);
      case ProjectEffect.AbandonExecution(var execution) ->
          Outgoing.of(
              EngineTopics.WORKFLOW_COMMANDS,
              execution.id().value(),
              new ExecutionEvent.Abandoned(execution),
              execution.id() + "/abandon",
              now);
      case ProjectEffect.StartExecution(var id, var called, var workflow, var input) ->
          Outgoing.of(
              EngineTopics.WORKFLOW_COMMANDS,
              id.value(),
              new ExecutionEvent.Started(id, called, workflow, name, input),
              id + "/start",
              now);
      case ProjectEffect.AnswerTask(var report) ->
          Outgoing.of(
              Topics.TASK_RESULTS,
              report.execution().value(),
              report,
              report.taskId() + "/end",
              now);
      case ProjectEffect.AnswerRequest(var reply) ->
          Outgoing.of(
              EngineTopics.CONTROL_REPLIES, reply.requestId(), reply, reply.requestId(), now);
      case ProjectEffect.Publish(var event) -> Outgoing.event(event);
    };
  }
}
