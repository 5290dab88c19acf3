// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import io.odometer.orchestrator.workflow.expression.Expression;
import io.odometer.orchestrator.workflow.expression.Lookup;
import io.odometer.orchestrator.workflow.expression.Scope;
import io.odometer.orchestrator.workflow.expression.Template;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a Map state does with its items.
 *
 * @param concurrency how many at once; 0 for as many as the engine likes
 */
record Items(
    Expression path, @Nullable Template selector, Expression concurrency, Chain processor) {
  /** As in Step Functions, where an inline Map runs at most 40 iterations at once. */
  private static final int MOST_AT_ONCE = 40;

  ArrayNode items(Scope selected) {
    if (path.evaluate(selected) instanceof ArrayNode array) {
      return array;
    }
    throw new EvaluationFailure(
        EvaluationFailure.RUNTIME,
        "Reference path \"%s\" must point to array."
            .formatted(path instanceof Lookup lookup ? lookup.text() : "$"));
  }

  JsonNode input(Scope selected, JsonNode item) {
    return selector == null ? item : selector.evaluate(selected);
  }

  int atOnce(Scope selected) {
    JsonNode value = concurrency.evaluate(selected);
    if (!value.isIntegralNumber() || value.doubleValue() < 0) {
      throw new EvaluationFailure(
          EvaluationFailure.RUNTIME,
          "The MaxConcurrencyPath field refers to value \"%s\" which is not a valid integer: %s"
              .formatted(
                  value.isString() ? value.stringValue() : value,
                  concurrency instanceof Lookup lookup ? lookup.text() : ""));
    }
    long most = value.longValue();
    return most == 0 ? MOST_AT_ONCE : (int) Math.min(most, MOST_AT_ONCE);
  }
}
