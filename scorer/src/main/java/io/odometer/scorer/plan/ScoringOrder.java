// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.training.ObjectVersion;
import org.jspecify.annotations.Nullable;

/**
 * What is to be scored by what: equal orders have equal outputs.
 *
 * @param input the file as it was dropped
 * @param job the settings that lay beside it, if any did
 */
public record ScoringOrder(
    ProjectName project,
    ObjectVersion input,
    @Nullable ObjectVersion job,
    Endpoint endpoint,
    ScoringSettings settings) {}
