// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What an expression can see.
 *
 * @param input what {@code $} is
 * @param context what {@code $$} is; made when it is asked for
 */
public record Scope(JsonNode input, Supplier<JsonNode> context) {
  public Scope withInput(JsonNode other) {
    return new Scope(other, context);
  }
}
