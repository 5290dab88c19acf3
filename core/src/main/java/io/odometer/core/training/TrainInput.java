// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.project.Project;

/** Input of {@code urn:odometer:trainer:train}. */
public record TrainInput(Project project, AlgorithmChoice algorithm, PreparedData data) {}
