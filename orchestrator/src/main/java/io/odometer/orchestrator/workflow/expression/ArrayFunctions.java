// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Intrinsic functions of arrays. */
final class ArrayFunctions {
  private static final int MOST_ITEMS = 1000;

  private ArrayFunctions() {}

  static JsonNode array(List<JsonNode> values) {
    return JsonNodeFactory.instance.arrayNode().addAll(values);
  }

  static JsonNode partition(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.ArrayPartition", values);
    List<JsonNode> items = new ArrayList<>(arguments.array(0).values());
    long size = arguments.integer(1);
    if (size < 1) {
      throw arguments.failure("the size of a part must be at least 1");
    }
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    for (int from = 0; from < items.size(); from += (int) Math.min(size, items.size())) {
      parts.add(array(items.subList(from, (int) Math.min(from + size, items.size()))));
    }
    return parts;
  }

  static JsonNode contains(List<JsonNode> values) {
    ArrayNode array = new Arguments("States.ArrayContains", values).array(0);
    return BooleanNode.valueOf(array.values().contains(values.get(1)));
  }

  static JsonNode range(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.ArrayRange", values);
    long first = arguments.integer(0);
    long last = arguments.integer(1);
    long step = arguments.integer(2);
    if (step == 0) {
      throw arguments.failure("the step must not be 0");
    }
    if ((last - first) / step >= MOST_ITEMS) {
      throw arguments.failure("more than " + MOST_ITEMS + " items");
    }
    ArrayNode range = JsonNodeFactory.instance.arrayNode();
    for (long value = first; step > 0 ? value <= last : value >= last; value += step) {
      range.add(Arguments.number(value));
    }
    return range;
  }

  static JsonNode item(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.ArrayGetItem", values);
    long index = arguments.integer(1);
    if (index < 0 || index >= arguments.array(0).size()) {
      throw arguments.failure("there is no item " + index);
    }
    return arguments.array(0).get((int) index);
  }

  static JsonNode length(List<JsonNode> values) {
    return IntNode.valueOf(new Arguments("States.ArrayLength", values).array(0).size());
  }

  static JsonNode unique(List<JsonNode> values) {
    ArrayNode array = new Arguments("States.ArrayUnique", values).array(0);
    return JsonNodeFactory.instance.arrayNode().addAll(new LinkedHashSet<>(array.values()));
  }
}
