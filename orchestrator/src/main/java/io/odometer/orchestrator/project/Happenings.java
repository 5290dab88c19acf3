// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.training.RegisteredModel;
import java.time.Instant;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The events that a project publishes; the id says what happened, so that it is told once. */
final class Happenings {
  private static final String SOURCE = "orchestrator";

  private Happenings() {}

  static ProjectEffect.Publish projectChanged(Project project, Instant now) {
    String type = project.version() == 1 ? "project.created" : "project.updated";
    return publish(
        type,
        project.name() + "/" + project.version(),
        now,
        project.name(),
        "project %s, version %d: predicts %s"
            .formatted(project.name(), project.version(), project.target()),
        Json.object().put("version", project.version()));
  }

  static ProjectEffect.Publish unclaimed(ProjectName name, ObjectSeen seen, Instant now) {
    String reason =
        "there is no project %s; %s is kept and trained on once it is created"
            .formatted(name, seen.key());
    return object("object.unclaimed", name, seen, reason, now);
  }

  static ProjectEffect.Publish tooMany(ProjectName name, ObjectSeen seen, Instant now) {
    String reason =
        "project %s has room for no more objects than it holds; %s is left out: put more rows into fewer files"
            .formatted(name, seen.key());
    return object("object.ignored", name, seen, reason, now);
  }

  static ProjectEffect.Publish object(
      String type, ProjectName name, ObjectSeen seen, String reason, Instant now) {
    return publish(
        type,
        seen.key() + "/" + seen.etag(),
        now,
        name,
        reason,
        Json.object()
            .put("key", seen.key().toString())
            .put("etag", seen.etag())
            .put("size", seen.size())
            .put("reason", reason));
  }

  static ProjectEffect.Publish queued(ProjectState state, Instant now) {
    return publish(
        "training.queued",
        state.name() + "/" + (state.plan().count() + 1),
        now,
        state.name(),
        "project %s: another training follows the one that runs".formatted(state.name()),
        Json.object().put("running", String.valueOf(state.plan().running())));
  }

  static ProjectEffect.Publish registered(ModelRecord model) {
    return publish(
        "model.registered",
        model.id().toString(),
        model.createdAt(),
        model.id().project(),
        "%s is champion: %s".formatted(model.id(), model.reason()),
        describe(model));
  }

  static ProjectEffect.Publish rejected(
      ModelRecord model, RegisteredModel registered, Project settings) {
    ObjectNode data = describe(model).put("gate", registered.gate().json());
    if (registered.evaluation().champion() != null) {
      data.put("champion", registered.evaluation().champion().id().toString());
      data.put("championRmse", registered.evaluation().champion().metrics().rmse());
    }
    if (settings.threshold() != null) {
      data.put("threshold", settings.threshold());
    }
    return publish(
        "model.rejected",
        model.id().toString(),
        model.createdAt(),
        model.id().project(),
        "%s is rejected: %s".formatted(model.id(), model.reason()),
        data);
  }

  static ProjectEffect.Publish endpointUpdated(Endpoint endpoint) {
    String members =
        endpoint.members().stream().map(Object::toString).collect(Collectors.joining(", "));
    return publish(
        "endpoint.updated",
        endpoint.name() + "/" + endpoint.version(),
        endpoint.updatedAt(),
        endpoint.name(),
        "endpoint %s, version %d: %s of %s"
            .formatted(endpoint.name(), endpoint.version(), endpoint.rule().rule().json(), members),
        Json.toTree(endpoint));
  }

  private static ObjectNode describe(ModelRecord model) {
    return Json.object()
        .put("model", model.id().toString())
        .put("rmse", model.metrics().rmse())
        .put("r2", model.metrics().r2())
        .put("reason", model.reason())
        .put("execution", model.execution().value());
  }

  static ProjectEffect.Publish publish(
      String type, String what, Instant at, ProjectName project, String message, JsonNode data) {
    return new ProjectEffect.Publish(
        new SystemEvent(type + "/" + what, type, SOURCE, at, project, message, data));
  }
}
