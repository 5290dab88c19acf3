// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.project.ProjectName;
import io.odometer.core.training.ObjectVersion;

/**
 * Input of {@code urn:odometer:scorer:read-manifest}: the object is a list of files of this
 * project.
 */
public record ManifestInput(ProjectName project, ObjectVersion object) {}
