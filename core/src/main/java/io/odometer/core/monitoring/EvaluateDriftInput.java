// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Input of {@code urn:odometer:monitor:evaluate-drift}. */
public record EvaluateDriftInput(
    Project project,
    Endpoint endpoint,
    WindowOrder window,
    @Nullable Instant firedAt,
    Consolidated consolidated,
    QualityResult dataQuality,
    QualityResult modelQuality) {}
