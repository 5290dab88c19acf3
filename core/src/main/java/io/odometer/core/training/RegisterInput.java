// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.project.Project;

/**
 * Input of {@code urn:odometer:trainer:register}: publishes the version's files, accepted or not.
 */
public record RegisterInput(
    Project project,
    AlgorithmChoice algorithm,
    PreparedData data,
    Candidate candidate,
    Evaluation evaluation,
    Gate gate) {}
