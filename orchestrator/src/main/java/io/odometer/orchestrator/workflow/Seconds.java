// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import io.odometer.orchestrator.workflow.expression.Expression;
import io.odometer.orchestrator.workflow.expression.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A limit of time, fixed or looked up; none at all when there is no expression.
 *
 * @param field of the limit, such as {@code TimeoutSeconds}
 */
record Seconds(String field, @Nullable Expression value) {
  private static final long MOST = 99_999_999;

  @Nullable Long in(Scope selected) {
    if (value == null) {
      return null;
    }
    JsonNode seconds = value.evaluate(selected);
    if (!seconds.isIntegralNumber() || seconds.doubleValue() < 1 || seconds.doubleValue() > MOST) {
      throw new EvaluationFailure(
          EvaluationFailure.RUNTIME,
          "%s must be a whole number between 1 and %d, not %s".formatted(field, MOST, seconds));
    }
    return seconds.longValue();
  }
}
