// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.monitoring.WindowOrder;

/**
 * Somebody asks for a run of the monitor.
 *
 * @param window which payload it takes
 */
public record MonitoringRequested(String requestId, WindowOrder window) implements ProjectEvent {}
