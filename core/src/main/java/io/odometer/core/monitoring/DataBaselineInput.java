// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.project.Project;
import io.odometer.core.training.PreparedData;

/** Input of {@code urn:odometer:monitor:data-baseline}: the training rows. */
public record DataBaselineInput(Project project, PreparedData data) {}
