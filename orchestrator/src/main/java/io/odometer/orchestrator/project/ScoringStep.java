// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import java.util.List;
import java.util.stream.Stream;

/** What became of a file to score by one event, and what is to be done about it. */
public record ScoringStep(ScoringFile file, List<ProjectEffect> effects) {
  public ScoringStep {
    effects = List.copyOf(effects);
  }

  static ScoringStep of(ScoringFile file, ProjectEffect... effects) {
    return new ScoringStep(file, List.of(effects));
  }

  ScoringStep then(ProjectEffect last) {
    return new ScoringStep(file, Stream.concat(effects.stream(), Stream.of(last)).toList());
  }
}
