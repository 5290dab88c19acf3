// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import java.time.Instant;

/**
 * Everything that a project does, as a pure function, but for its files to score: see {@link
 * ScoringRules}. Telling it an event twice does no more than telling it once, except for an order,
 * which is told by its request's id.
 */
public final class ProjectFunction {
  private ProjectFunction() {}

  public static ProjectStep step(ProjectState state, ProjectEvent event, Instant now) {
    ProjectStep step =
        switch (event) {
          case ObjectEvent object when ScoringRules.fileOf(object.key()).isPresent() ->
              ProjectStep.of(state);
          case ScoringRequested _ -> ProjectStep.of(state);
          case ObjectEvent object -> DataRules.apply(state, object, now);
          case SettingsPut put -> SettingsRules.apply(state, put, now);
          case TrainingRequested request -> TrainingRules.request(state, request, now);
          case MonitoringRequested request -> MonitoringRules.request(state, request, now);
          case ExecutionEnded ended ->
              TrainingRules.ended(MonitoringRules.ended(state, ended), ended, now);
          case TaskHanded(var command) when command.resource().task().equals(DriftRules.TASK) ->
              DriftRules.apply(state, command, now);
          case TaskHanded handed -> DeployRules.apply(state, handed.command(), now);
          case TimePassed passed -> ProjectStep.of(state);
        };
    return startWhatIsDue(step.state(), now).after(step.effects());
  }

  private static ProjectStep startWhatIsDue(ProjectState state, Instant now) {
    ProjectStep training = TrainingRules.startWhatIsDue(state, now);
    ProjectState begun = DriftRules.noteBeginning(training.state(), now);
    return MonitoringRules.startWhatIsDue(begun, now).after(training.effects());
  }
}
