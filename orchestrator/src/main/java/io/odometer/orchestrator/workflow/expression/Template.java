// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A payload template: JSON in which a field named {@code "x.$"} stands for the value of x. */
public sealed interface Template {
  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if an expression in it cannot be read; names the field
   */
  static Template parse(JsonNode json) {
    return switch (json) {
      case ObjectNode object -> fields(object);
      case ArrayNode array -> new Items(array.values().stream().map(Template::parse).toList());
      default -> new Value(new Literal(json));
    };
  }

  /**
   * What it stands for.
   *
   * @throws EvaluationFailure if an expression in it has no value
   */
  JsonNode evaluate(Scope scope);

  private static Template fields(ObjectNode object) {
    Map<String, Template> fields = new LinkedHashMap<>();
    object.forEachEntry(
        (name, value) -> {
          if (name.endsWith(".$")) {
            fields.put(name.substring(0, name.length() - 2), expression(name, value));
          } else {
            fields.put(name, parse(value));
          }
        });
    return new Fields(fields);
  }

  private static Template expression(String name, JsonNode value) {
    if (!value.isString()) {
      throw new IllegalArgumentException("'" + name + "' must be a path or an intrinsic function");
    }
    return new Value(Expression.parse(value.stringValue(), name));
  }

  /** An expression or a constant. */
  record Value(Expression expression) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      return expression.evaluate(scope);
    }
  }

  /** An object. */
  record Fields(Map<String, Template> fields) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      fields.forEach((name, template) -> result.set(name, template.evaluate(scope)));
      return result;
    }
  }

  /** An array. */
  record Items(List<Template> items) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      List<JsonNode> values = new ArrayList<>(items.size());
      items.forEach(item -> values.add(item.evaluate(scope)));
      return JsonNodeFactory.instance.arrayNode().addAll(values);
    }
  }
}
