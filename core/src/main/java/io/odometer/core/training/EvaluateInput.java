// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Input of {@code urn:odometer:trainer:evaluate}: the endpoint, if there is one, names the champion
 * to beat.
 */
public record EvaluateInput(
    Project project,
    AlgorithmChoice algorithm,
    PreparedData data,
    Candidate candidate,
    @Nullable Endpoint endpoint) {}
