// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.filter;

import io.odometer.core.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One piece of a path.
 *
 * @param place the path up to here, to name in messages
 */
record Step(String place, Selector selector) {
  /** What it selects of the value, each selected value taken on by the steps that follow. */
  JsonNode apply(JsonNode value, UnaryOperator<JsonNode> rest) {
    return switch (selector) {
      case Selector.Name name -> rest.apply(member(value, name.name()));
      case Selector.Names names -> members(value, names.names(), rest);
      case Selector.Every _ when value.isObject() -> array(value.values().stream().toList(), rest);
      case Selector.Index index -> rest.apply(elements(value, index).getFirst());
      case Selector.Positions positions -> array(elements(value, positions), rest);
    };
  }

  private JsonNode member(JsonNode value, String name) {
    if (!value.isObject()) {
      throw missing("'" + name + "'", "it is no object");
    }
    JsonNode member = value.get(name);
    if (member == null) {
      String names = String.join(", ", value.propertyNames());
      throw missing("'" + name + "'", "there are " + (names.isEmpty() ? "none" : names));
    }
    return member;
  }

  private ObjectNode members(JsonNode value, List<String> names, UnaryOperator<JsonNode> rest) {
    ObjectNode members = Json.object();
    names.forEach(name -> members.set(name, rest.apply(member(value, name))));
    return members;
  }

  private List<JsonNode> elements(JsonNode value, Selector.Positions positions) {
    if (!value.isArray()) {
      throw missing("elements", "it is no array");
    }
    try {
      return Arrays.stream(positions.in(value.size())).mapToObj(value::path).toList();
    } catch (IllegalArgumentException outside) {
      throw new IllegalArgumentException(place + ": " + outside.getMessage(), outside);
    }
  }

  private static ArrayNode array(List<JsonNode> values, UnaryOperator<JsonNode> rest) {
    ArrayNode array = Json.mapper().createArrayNode();
    values.forEach(value -> array.add(rest.apply(value)));
    return array;
  }

  private IllegalArgumentException missing(String what, String why) {
    return new IllegalArgumentException(place + " has no " + what + "; " + why);
  }
}
