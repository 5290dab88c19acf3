// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.Errors;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a change of settings means; the endpoint's rule follows at once. */
final class SettingsRules {
  private SettingsRules() {}

  static ProjectStep apply(ProjectState state, SettingsPut put, Instant now) {
    Project current = state.settings();
    long version = current == null ? 0 : current.version();
    if (put.project().version() != 0 && put.project().version() != version) {
      return refused(state, put, version);
    }
    if (current != null && put.project().withVersion(version).equals(current)) {
      return ProjectStep.of(state, stored(put, current));
    }
    return change(state, put, put.project().withVersion(version + 1), now);
  }

  private static ProjectStep change(
      ProjectState state, SettingsPut put, Project next, Instant now) {
    List<ProjectEffect> effects = new ArrayList<>();
    effects.add(new ProjectEffect.StoreProject(next));
    effects.add(Happenings.projectChanged(next, now));
    effects.add(stored(put, next));
    MonitoringPlan monitoring = MonitoringRules.rescheduled(state, next, now);
    Endpoint endpoint = state.registry().endpoint();
    if (endpoint == null || endpoint.rule().equals(next.endpoint())) {
      return new ProjectStep(state.with(next).with(monitoring), effects);
    }
    Endpoint changed =
        new Endpoint(
            endpoint.name(),
            endpoint.version() + 1,
            next.endpoint(),
            endpoint.members(),
            endpoint.execution(),
            now);
    effects.add(new ProjectEffect.StoreEndpoint(changed));
    effects.add(Happenings.endpointUpdated(changed));
    Registry registry = new Registry(changed, state.registry().champions());
    return new ProjectStep(state.with(next).with(monitoring).with(registry), effects);
  }

  private static ProjectEffect stored(SettingsPut put, Project project) {
    return new ProjectEffect.AnswerRequest(
        new ControlReply.ProjectStored(put.requestId(), project));
  }

  private static ProjectStep refused(ProjectState state, SettingsPut put, long version) {
    return ProjectStep.refused(
        state,
        put.requestId(),
        Errors.PROJECT_CONFLICT,
        "project %s has version %d by now, not %d"
            .formatted(put.project().name(), version, put.project().version()));
  }
}
