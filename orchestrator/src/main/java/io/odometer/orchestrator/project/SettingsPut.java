// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.Project;

/**
 * Somebody sets the project's settings, or creates it.
 *
 * @param project its version is the one that it is meant to replace; 0: whatever there is
 */
public record SettingsPut(String requestId, Project project) implements ProjectEvent {}
