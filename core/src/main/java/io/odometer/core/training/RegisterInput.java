// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.monitoring.Baseline;
import io.odometer.core.project.Project;
import java.util.List;
import java.util.Objects;

/**
 * Input of {@code urn:odometer:trainer:register}: publishes the version's files, accepted or not.
 *
 * @param baselines whose files become part of the version; none unless it was accepted
 */
public record RegisterInput(
    Project project,
    AlgorithmChoice algorithm,
    PreparedData data,
    Candidate candidate,
    Evaluation evaluation,
    Gate gate,
    List<Baseline> baselines) {
  public RegisterInput {
    // Executions that began before an upgrade do not have them.
    baselines = List.copyOf(Objects.requireNonNullElse(baselines, List.of()));
  }
}
