// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.Expression;
import io.odometer.orchestrator.workflow.expression.Scope;
import io.odometer.orchestrator.workflow.expression.Template;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How data goes into and out of a state. */
record Flow(
    Expression inputPath,
    @Nullable Template parameters,
    @Nullable Template resultSelector,
    ResultPath resultPath,
    Expression outputPath) {

  /** After InputPath. */
  JsonNode selected(Scope raw) {
    return inputPath.evaluate(raw);
  }

  /** After InputPath and Parameters: what the state works on. */
  JsonNode effective(Scope raw) {
    JsonNode selected = selected(raw);
    return parameters == null ? selected : parameters.evaluate(raw.withInput(selected));
  }

  /** After ResultSelector, ResultPath and OutputPath. */
  JsonNode output(Scope raw, JsonNode result) {
    JsonNode chosen =
        resultSelector == null ? result : resultSelector.evaluate(raw.withInput(result));
    return passed(raw, resultPath.join(raw.input(), chosen));
  }

  /** After OutputPath. */
  JsonNode passed(Scope raw, JsonNode value) {
    return outputPath.evaluate(raw.withInput(value));
  }
}
