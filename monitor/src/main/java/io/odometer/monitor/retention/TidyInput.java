// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.retention;

import io.odometer.core.project.Project;

/** Input of {@code urn:odometer:monitor:tidy}. */
record TidyInput(Project project) {}
