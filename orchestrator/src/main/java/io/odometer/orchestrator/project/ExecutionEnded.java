// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import org.jspecify.annotations.Nullable;

/** An execution of the project came to its end, well or not. */
public record ExecutionEnded(ExecutionId execution, ExecutionStatus status, @Nullable String error)
    implements ProjectEvent {}
