// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A call of an intrinsic function. */
public record Call(Intrinsic function, List<Expression> arguments) implements Expression {
  public Call {
    arguments = List.copyOf(arguments);
    function.checkCount(arguments.size());
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    List<JsonNode> values = new ArrayList<>(arguments.size());
    arguments.forEach(argument -> values.add(argument.evaluate(scope)));
    return function.apply(values);
  }
}
