// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.task;

import io.odometer.core.execution.ExecutionId;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An order to a worker: the value of topic {@code tasks.<service>}, keyed by execution.
 *
 * @param taskId names this one try; reports carry it, and a report that names an older try is
 *     dropped
 * @param state path of the state in the execution, such as {@code Models[1]/Train}
 */
public record TaskCommand(
    String taskId,
    TaskResource resource,
    ExecutionId execution,
    String state,
    Instant executionStartedAt,
    JsonNode input) {}
