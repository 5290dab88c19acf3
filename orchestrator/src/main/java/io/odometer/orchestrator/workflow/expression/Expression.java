// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import tools.jackson.databind.JsonNode;

/** Something that has a value in a scope. */
public sealed interface Expression permits Literal, Lookup, Call {
  /**
   * Reads a path such as {@code $.a}, {@code $$.Execution.Id}, or an intrinsic function.
   *
   * @param field where it is written, for messages
   * @throws IllegalArgumentException if it is none of these or not supported
   */
  static Expression parse(String text, String field) {
    return text.startsWith("$") ? Lookup.parse(text, field) : CallParser.parse(text, field);
  }

  /**
   * What it stands for.
   *
   * @throws EvaluationFailure if it has no value there
   */
  JsonNode evaluate(Scope scope);
}
