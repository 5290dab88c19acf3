// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.task.TaskCommand;

/**
 * A workflow hands the project a task: {@code find-endpoint}, {@code deploy} or {@code
 * report-drift}.
 */
public record TaskHanded(TaskCommand command) implements ProjectEvent {}
