// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.error.ErrorName;
import java.util.List;
import java.util.stream.Stream;

/** What became of a project by one event, and what is to be done about it. */
public record ProjectStep(ProjectState state, List<ProjectEffect> effects) {
  public ProjectStep {
    effects = List.copyOf(effects);
  }

  static ProjectStep of(ProjectState state, ProjectEffect... effects) {
    return new ProjectStep(state, List.of(effects));
  }

  /** The order is not carried out. */
  static ProjectStep refused(ProjectState state, String requestId, ErrorName error, String reason) {
    return of(
        state, new ProjectEffect.AnswerRequest(new ControlReply.Refused(requestId, error, reason)));
  }

  /** What is to be done first, then this. */
  ProjectStep after(List<? extends ProjectEffect> first) {
    return new ProjectStep(state, Stream.concat(first.stream(), effects.stream()).toList());
  }
}
