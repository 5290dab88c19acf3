// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an object's coming and going means. A new version asks for a training; a removal does not,
 * but the next training does without the object.
 */
final class DataRules {
  private DataRules() {}

  static ProjectStep apply(ProjectState state, ObjectEvent event, Instant now) {
    if (!state.objects().isNews(event)) {
      return ProjectStep.of(state);
    }
    return switch (event) {
      case ObjectRemoved removed -> ProjectStep.of(state.with(state.objects().after(removed)));
      case ObjectSeen seen when !state.objects().hasRoomFor(seen.key()) ->
          ProjectStep.of(state, Happenings.tooMany(state.name(), seen, now));
      case ObjectSeen seen -> seen(state, seen, now);
    };
  }

  private static ProjectStep seen(ProjectState state, ObjectSeen seen, Instant now) {
    List<ProjectEffect> effects = new ArrayList<>();
    if (state.settings() == null) {
      effects.add(Happenings.unclaimed(state.name(), seen, now));
    }
    if (!state.plan().idle() && state.plan().changedAt() == null) {
      effects.add(Happenings.queued(state, now));
    }
    TrainingObjects objects = state.objects().after(seen);
    return new ProjectStep(state.with(objects).with(state.plan().changed(now)), effects);
  }
}
