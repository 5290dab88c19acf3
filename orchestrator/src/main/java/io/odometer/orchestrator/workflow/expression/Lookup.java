// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import io.odometer.core.json.Json;
import io.odometer.orchestrator.workflow.path.JsonPath;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A path into the input or into the context object. */
public sealed interface Lookup extends Expression {
  String text();

  JsonPath path();

  String field();

  JsonNode root(Scope scope);

  /**
   * Reads {@code $.a} or {@code $$.Execution.Id}.
   *
   * @throws IllegalArgumentException if it is no path
   */
  static Lookup parse(String text, String field) {
    return text.startsWith("$$")
        ? new Context(text, JsonPath.parse(text.substring(1)), field)
        : new Input(text, JsonPath.parse(text), field);
  }

  default Optional<JsonNode> find(Scope scope) {
    return path().read(root(scope));
  }

  @Override
  default JsonNode evaluate(Scope scope) {
    return find(scope).orElseThrow(() -> missing(root(scope)));
  }

  private EvaluationFailure missing(JsonNode root) {
    String json = Json.text(root);
    return new EvaluationFailure(
        EvaluationFailure.RUNTIME,
        "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
            .formatted(
                text(), field(), json.length() > 2000 ? json.substring(0, 2000) + "…" : json));
  }

  /** {@code $.a} */
  record Input(String text, JsonPath path, String field) implements Lookup {
    @Override
    public JsonNode root(Scope scope) {
      return scope.input();
    }
  }

  /** {@code $$.Execution.Id} */
  record Context(String text, JsonPath path, String field) implements Lookup {
    @Override
    public JsonNode root(Scope scope) {
      return scope.context().get();
    }
  }
}
