// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a project, whether it was created yet or only has objects; stored as JSON
 * between two events.
 *
 * @param settings absent until somebody creates the project
 */
public record ProjectState(
    ProjectName name,
    @Nullable Project settings,
    TrainingObjects objects,
    TrainingPlan plan,
    MonitoringPlan monitoring,
    Registry registry) {
  public ProjectState {
    // Projects that were stored by earlier versions do not have it.
    monitoring = Objects.requireNonNullElse(monitoring, MonitoringPlan.EMPTY);
  }

  /** A name and nothing else. */
  public static ProjectState of(ProjectName name) {
    return new ProjectState(
        name, null, TrainingObjects.NONE, TrainingPlan.EMPTY, MonitoringPlan.EMPTY, Registry.EMPTY);
  }

  /** When {@link TimePassed} is to be told, if nothing happens before. */
  public Optional<Instant> dueAt() {
    return Stream.of(trainingDueAt(), MonitoringRules.dueAt(this))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  Optional<Instant> trainingDueAt() {
    Project known = settings;
    Instant changed = plan.changedAt();
    return known == null || changed == null || !plan.idle()
        ? Optional.empty()
        : Optional.of(changed.plus(known.quietPeriod()));
  }

  ProjectState with(Project stored) {
    return new ProjectState(name, stored, objects, plan, monitoring, registry);
  }

  ProjectState with(TrainingObjects next) {
    return new ProjectState(name, settings, next, plan, monitoring, registry);
  }

  ProjectState with(TrainingPlan next) {
    return new ProjectState(name, settings, objects, next, monitoring, registry);
  }

  ProjectState with(Registry next) {
    return new ProjectState(name, settings, objects, plan, monitoring, next);
  }

  ProjectState with(MonitoringPlan next) {
    return new ProjectState(name, settings, objects, plan, next, registry);
  }
}
