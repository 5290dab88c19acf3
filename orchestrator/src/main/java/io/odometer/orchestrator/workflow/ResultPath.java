// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.json.Json;
import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import io.odometer.orchestrator.workflow.path.ReferencePath;
import tools.jackson.databind.JsonNode;

/** How a state's result is joined with its input. */
sealed interface ResultPath {
  ResultPath REPLACE = new Replace();

  JsonNode join(JsonNode input, JsonNode result);

  /** {@code "$"} or not given: the result alone. */
  record Replace() implements ResultPath {
    @Override
    public JsonNode join(JsonNode input, JsonNode result) {
      return result;
    }
  }

  /** {@code null}: the input alone. */
  record Discard() implements ResultPath {
    @Override
    public JsonNode join(JsonNode input, JsonNode result) {
      return input;
    }
  }

  /** {@code "$.a.b"}: the input with the result in it. */
  record At(ReferencePath path) implements ResultPath {
    @Override
    public JsonNode join(JsonNode input, JsonNode result) {
      return path.write(input, result).orElseThrow(() -> failure(input));
    }

    private EvaluationFailure failure(JsonNode input) {
      String json = Json.text(input);
      return new EvaluationFailure(
          EvaluationFailure.RESULT_PATH,
          "Unable to apply ReferencePath %s to input %s"
              .formatted(path.path(), json.length() > 2000 ? json.substring(0, 2000) + "…" : json));
    }
  }
}
