// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of one state.
 *
 * @param path where the state stands, Map and Parallel branches by index: {@code Models[1]/Train}
 * @param status {@code RUNNING}, {@code SUCCEEDED} or {@code FAILED}
 * @param attempts how often a Task was handed out, retries included
 * @param progress what the worker last reported, such as {@code {"round": 120, "rmse": 1990.1}}
 */
public record StateRecord(
    String path,
    String type,
    ExecutionStatus status,
    Instant enteredAt,
    @Nullable Instant exitedAt,
    int attempts,
    @Nullable JsonNode progress,
    @Nullable String error,
    @Nullable String cause) {}
