// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One entry of one state; what is not known is null, not absent. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StateView(
    String path,
    String type,
    ExecutionStatus status,
    Instant enteredAt,
    @Nullable Instant exitedAt,
    int attempts,
    @Nullable JsonNode progress,
    @Nullable String error,
    @Nullable String cause) {
  static StateView of(StateRecord state) {
    return new StateView(
        state.path(),
        state.type(),
        state.status(),
        state.enteredAt(),
        state.exitedAt(),
        state.attempts(),
        state.progress(),
        state.error(),
        state.cause());
  }
}
