// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.path;

import tools.jackson.databind.JsonNode;

/** How a filter compares: numbers by value, strings by code unit, others only for equality. */
final class Comparison {
  private Comparison() {}

  static boolean test(JsonNode left, String operator, JsonNode right) {
    return switch (operator) {
      case "==" -> equal(left, right);
      case "!=" -> !equal(left, right);
      case "<" -> comparable(left, right) && compare(left, right) < 0;
      case "<=" -> comparable(left, right) && compare(left, right) <= 0;
      case ">" -> comparable(left, right) && compare(left, right) > 0;
      default -> comparable(left, right) && compare(left, right) >= 0;
    };
  }

  private static boolean equal(JsonNode left, JsonNode right) {
    return comparable(left, right) ? compare(left, right) == 0 : left.equals(right);
  }

  private static boolean comparable(JsonNode left, JsonNode right) {
    return (left.isNumber() && right.isNumber()) || (left.isString() && right.isString());
  }

  private static int compare(JsonNode left, JsonNode right) {
    return left.isNumber()
        ? left.decimalValue().compareTo(right.decimalValue())
        : left.stringValue().compareTo(right.stringValue());
  }
}
