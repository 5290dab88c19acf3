// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.project.Project;
import io.odometer.core.training.AlgorithmChoice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** When a training starts, and on what. */
final class TrainingRules {
  private TrainingRules() {}

  /**
   * Starts the training that was promised, or else one for objects that changed and then kept quiet
   * for the project's quiet period, unless one runs.
   */
  static ProjectStep startWhatIsDue(ProjectState state, Instant now) {
    Project settings = state.settings();
    if (settings == null || !state.plan().idle()) {
      return ProjectStep.of(state);
    }
    TrainingPlan.Name promised = state.plan().promised();
    if (promised != null) {
      return start(state, settings, promised);
    }
    Optional<Instant> dueAt = state.trainingDueAt();
    if (dueAt.isEmpty() || dueAt.get().isAfter(now)) {
      return ProjectStep.of(state);
    }
    String fingerprint = state.objects().fingerprint();
    if (state.objects().isEmpty() || fingerprint.equals(state.plan().trained())) {
      return ProjectStep.of(state.with(state.plan().unchanged()));
    }
    return start(state, settings, name(state, shortened(fingerprint)));
  }

  private static ProjectStep start(ProjectState state, Project settings, TrainingPlan.Name name) {
    return ProjectStep.of(
        state
            .with(state.objects().taken())
            .with(state.plan().started(name, state.objects().fingerprint())),
        coming(state, settings, name));
  }

  static ProjectStep request(ProjectState state, TrainingRequested request, Instant now) {
    Project settings = state.settings();
    if (settings == null) {
      return ProjectStep.refused(
          state,
          request.requestId(),
          Errors.PROJECT_UNKNOWN,
          "there is no project " + state.name());
    }
    TrainingObjects objects = state.objects().after(request.listing(), request.listedAt());
    if (objects.isEmpty()) {
      String reason = "there is no .csv under training/%s/".formatted(state.name());
      return ProjectStep.refused(
          state.with(objects), request.requestId(), Errors.DATA_EMPTY, reason);
    }
    List<ProjectEffect.Publish> leftOut =
        request.listing().stream()
            .filter(seen -> !objects.versions().containsKey(seen.key().path()))
            .limit(1)
            .map(seen -> Happenings.tooMany(state.name(), seen, now))
            .toList();
    String cause = shortened(TrainingObjects.digest(request.requestId()));
    ProjectStep step = promise(state.with(objects), settings, cause, now);
    TrainingPlan.Name promised = Objects.requireNonNull(step.state().plan().promised());
    return ProjectStep.of(step.state(), answer(request, promised))
        .after(step.effects())
        .after(leftOut);
  }

  /** The training that is promised afterwards may have been promised before. */
  static ProjectStep promise(ProjectState state, Project settings, String cause, Instant now) {
    if (state.plan().promised() != null) {
      return ProjectStep.of(state);
    }
    TrainingPlan.Name name = name(state, cause);
    ProjectState promised = state.with(state.plan().promise(name));
    return state.plan().idle()
        ? ProjectStep.of(promised)
        : ProjectStep.of(
            promised, announcement(state, settings, name, now), Happenings.queued(state, now));
  }

  static ProjectStep ended(ProjectState state, ExecutionEnded ended, Instant now) {
    if (!ended.execution().equals(state.plan().running())) {
      return ProjectStep.of(state);
    }
    TrainingPlan plan = state.plan().ended();
    return ProjectStep.of(state.with(missedItsData(state, ended) ? plan.changed(now) : plan));
  }

  /**
   * An object went or changed while it was about to be read: the rest is still worth a training.
   */
  private static boolean missedItsData(ProjectState state, ExecutionEnded ended) {
    return ended.status() == ExecutionStatus.FAILED
        && Objects.equals(ended.error(), Errors.DATA_CHANGED.value())
        && !state.objects().fingerprint().equals(state.plan().trained());
  }

  private static TrainingPlan.Name name(ProjectState state, String cause) {
    return new TrainingPlan.Name(
        "%s-%d-%s".formatted(state.name(), state.plan().count() + 1, cause));
  }

  private static String shortened(String digest) {
    return digest.substring(0, 8);
  }

  private static ProjectEffect.StartExecution coming(
      ProjectState state, Project settings, TrainingPlan.Name name) {
    return new ProjectEffect.StartExecution(
        name.id(), name.value(), TrainingPlan.WORKFLOW, input(state, settings));
  }

  private static JsonNode input(ProjectState state, Project settings) {
    List<AlgorithmChoice> algorithms =
        settings.algorithms().entrySet().stream()
            .map(entry -> new AlgorithmChoice(entry.getKey(), entry.getValue()))
            .toList();
    return Json.object()
        .set("project", Json.toTree(settings.withoutNotifications()))
        .set("objects", Json.toTree(state.objects().inKeyOrder()))
        .set("algorithms", Json.toTree(algorithms));
  }

  private static ProjectEffect announcement(
      ProjectState state, Project settings, TrainingPlan.Name name, Instant now) {
    return ProjectEffect.AnnounceExecution.of(coming(state, settings, name), state.name(), now);
  }

  private static ProjectEffect answer(TrainingRequested request, TrainingPlan.Name name) {
    return new ProjectEffect.AnswerRequest(
        new ControlReply.TrainingPromised(request.requestId(), name.id()));
  }
}
