// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.util.Optional;
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
    Registry registry) {

  /** A name and nothing else. */
  public static ProjectState of(ProjectName name) {
    return new ProjectState(name, null, TrainingObjects.NONE, TrainingPlan.EMPTY, Registry.EMPTY);
  }

  /** When {@link TimePassed} is to be told, if nothing happens before. */
  public Optional<Instant> dueAt() {
    Project known = settings;
    Instant changed = plan.changedAt();
    return known == null || changed == null || !plan.idle()
        ? Optional.empty()
        : Optional.of(changed.plus(known.quietPeriod()));
  }

  ProjectState with(Project stored) {
    return new ProjectState(name, stored, objects, plan, registry);
  }

  ProjectState with(TrainingObjects next) {
    return new ProjectState(name, settings, next, plan, registry);
  }

  ProjectState with(TrainingPlan next) {
    return new ProjectState(name, settings, objects, next, registry);
  }

  ProjectState with(Registry next) {
    return new ProjectState(name, settings, objects, plan, next);
  }
}
