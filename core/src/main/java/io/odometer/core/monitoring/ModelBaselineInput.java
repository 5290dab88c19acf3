// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.project.Project;
import io.odometer.core.training.Candidate;
import io.odometer.core.training.PreparedData;

/** Input of {@code urn:odometer:monitor:model-baseline}: the candidate on the test rows. */
public record ModelBaselineInput(Project project, PreparedData data, Candidate candidate) {}
