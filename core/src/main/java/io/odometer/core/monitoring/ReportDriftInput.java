// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.project.ProjectName;

/**
 * Input of {@code urn:odometer:orchestrator:report-drift}: tells the world, and lets the project's
 * policy decide on a training.
 */
public record ReportDriftInput(ProjectName project, DriftFound drift) {}
