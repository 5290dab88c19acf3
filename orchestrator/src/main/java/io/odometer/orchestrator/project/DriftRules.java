// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.Errors;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.ReportDriftInput;
import io.odometer.core.project.DriftPolicy;
import io.odometer.core.project.Project;
import io.odometer.core.task.TaskCommand;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task {@code report-drift}: tells of it once, and trains if the project's policy says so. */
final class DriftRules {
  static final String TASK = "report-drift";

  private DriftRules() {}

  static ProjectStep apply(ProjectState state, TaskCommand command, Instant now) {
    MonitoringPlan.Told told = state.monitoring().told();
    if (told != null && told.execution().equals(command.execution())) {
      return ProjectStep.of(state, answer(command, told.answer()));
    }
    Optional<DriftFound> drift =
        TaskAnswers.input(command, ReportDriftInput.class)
            .filter(input -> state.name().equals(input.project()))
            .map(ReportDriftInput::drift)
            .filter(found -> found.execution().equals(command.execution()));
    if (drift.isEmpty()) {
      String cause = "not the input of %s: %s".formatted(TASK, command.input());
      return ProjectStep.of(state, TaskAnswers.failed(command, Errors.INTERNAL, cause));
    }
    return report(state, command, drift.get(), now);
  }

  private static ProjectStep report(
      ProjectState state, TaskCommand command, DriftFound drift, Instant now) {
    Decision decision = decide(state, now);
    MonitoringPlan plan =
        decision
            .state
            .monitoring()
            .told(new MonitoringPlan.Told(command.execution(), decision.answer));
    return ProjectStep.of(
            decision.state.with(plan),
            DriftHappenings.found(state.name(), command.execution(), drift, decision.answer, now),
            answer(command, decision.answer))
        .after(decision.effects);
  }

  private record Decision(ProjectState state, DriftAnswer answer, List<ProjectEffect> effects) {
    static Decision only(ProjectState state, DriftAnswer.Action action) {
      return new Decision(state, DriftAnswer.only(action), List.of());
    }
  }

  private static Decision decide(ProjectState state, Instant now) {
    Project settings = state.settings();
    if (settings == null
        || settings.monitoring().onDrift() == DriftPolicy.NOTIFY
        || state.objects().isEmpty()) {
      return Decision.only(state, DriftAnswer.Action.NOTIFIED);
    }
    MonitoringPlan.Retraining last = state.monitoring().retraining();
    return last != null && last.beganWithin(settings.monitoring().retrainPause(), now)
        ? Decision.only(state, DriftAnswer.Action.PAUSED)
        : retrain(state, settings, now);
  }

  /** A training that is promised already is this one. */
  private static Decision retrain(ProjectState state, Project settings, Instant now) {
    ProjectStep step = TrainingRules.promise(state, settings, "drift", now);
    TrainingPlan.Name promised = Objects.requireNonNull(step.state().plan().promised());
    MonitoringPlan plan =
        state.monitoring().retraining(new MonitoringPlan.Retraining(promised.id(), null));
    return new Decision(
        step.state().with(plan),
        new DriftAnswer(DriftAnswer.Action.RETRAINING, promised.id()),
        step.effects());
  }

  /** The pause counts from when a training begins, which may be long after it was promised. */
  static ProjectState noteBeginning(ProjectState state, Instant now) {
    MonitoringPlan.@Nullable Retraining last = state.monitoring().retraining();
    return last == null || !last.waits() || !last.id().equals(state.plan().running())
        ? state
        : state.with(state.monitoring().retraining(new MonitoringPlan.Retraining(last.id(), now)));
  }

  private static ProjectEffect answer(TaskCommand command, DriftAnswer answer) {
    return TaskAnswers.succeeded(command, Json.toTree(answer));
  }
}
