// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.training.ObjectVersion;

/**
 * Input of {@code urn:odometer:scorer:preprocess}: one file, and what it is to be scored by.
 *
 * @param again whether it is scored although these versions have scored it before
 */
public record PrepareInput(
    Project project, ObjectVersion object, Endpoint endpoint, boolean again) {}
