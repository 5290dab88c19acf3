// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an execution's history.
 *
 * @param id 1, 2, 3, … within the execution
 * @param type as in Step Functions: {@code TaskStateEntered}, {@code TaskScheduled}, {@code
 *     ExecutionFailed}, …
 * @param path of the state, empty for the execution itself
 */
public record HistoryEvent(
    long id,
    String type,
    String path,
    Instant at,
    @Nullable String error,
    @Nullable String cause) {}
