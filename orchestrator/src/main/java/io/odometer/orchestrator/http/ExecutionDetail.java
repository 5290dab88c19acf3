// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.odometer.core.execution.ExecutionRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An execution with all that is known of it: states in the order in which they were entered. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExecutionDetail(
    @JsonUnwrapped ExecutionView execution,
    JsonNode input,
    @Nullable JsonNode output,
    List<StateView> states) {
  static ExecutionDetail of(ExecutionRecord execution) {
    return new ExecutionDetail(
        ExecutionView.of(execution),
        execution.input(),
        execution.output(),
        execution.states().stream().map(StateView::of).toList());
  }
}
