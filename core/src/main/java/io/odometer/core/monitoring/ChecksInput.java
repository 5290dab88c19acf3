// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;

/** Input of {@code urn:odometer:monitor:data-quality} and {@code …:model-quality}. */
public record ChecksInput(
    Project project, Endpoint endpoint, WindowOrder window, Consolidated consolidated) {}
