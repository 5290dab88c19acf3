// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Input of the monitoring workflow and of {@code urn:odometer:monitor:consolidate}.
 *
 * @param endpoint as it is when the run starts
 * @param firedAt when the schedule fired; null when somebody asked for it
 */
public record MonitorInput(
    Project project, Endpoint endpoint, WindowOrder window, @Nullable Instant firedAt) {}
