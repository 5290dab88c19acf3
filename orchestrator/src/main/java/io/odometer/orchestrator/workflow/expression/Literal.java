// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import tools.jackson.databind.JsonNode;

/** A value as written. */
public record Literal(JsonNode value) implements Expression {
  @Override
  public JsonNode evaluate(Scope scope) {
    return value;
  }
}
