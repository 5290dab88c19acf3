// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.util.Optional;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/**
 * A comparison of a Choice: a kind of value and what must hold of them. Values of another kind
 * never satisfy it.
 */
record Operator(Kind kind, IntPredicate holds) {
  /** What is compared. */
  enum Kind {
    STRING("String"),
    NUMERIC("Numeric"),
    BOOLEAN("Boolean"),
    TIMESTAMP("Timestamp"),
    PATTERN("StringMatches");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** Negative, 0 or positive; empty if one of the values is of another kind. */
    private Optional<Integer> compare(JsonNode left, JsonNode right) {
      return switch (this) {
        case STRING ->
            left.isString() && right.isString()
                ? Optional.of(left.stringValue().compareTo(right.stringValue()))
                : Optional.empty();
        case NUMERIC ->
            left.isNumber() && right.isNumber()
                ? Optional.of(left.decimalValue().compareTo(right.decimalValue()))
                : Optional.empty();
        case BOOLEAN ->
            left.isBoolean() && right.isBoolean()
                ? Optional.of(Boolean.compare(left.booleanValue(), right.booleanValue()))
                : Optional.empty();
        case TIMESTAMP ->
            Timestamps.parse(left)
                .flatMap(first -> Timestamps.parse(right).map(second -> first.compareTo(second)));
        case PATTERN ->
            left.isString() && right.isString()
                ? Optional.of(
                    Wildcard.parse(right.stringValue()).matches(left.stringValue()) ? 0 : 1)
                : Optional.empty();
      };
    }

    /** Whether a constant of a definition can be compared this way. */
    boolean accepts(JsonNode constant) {
      return compare(constant, constant).isPresent();
    }
  }

  /**
   * Reads {@code NumericLessThanEquals} and its like, without the ending {@code Path}; empty if
   * there is no such operator.
   */
  static Optional<Operator> named(String name) {
    if (name.equals(Kind.PATTERN.prefix)) {
      return Optional.of(new Operator(Kind.PATTERN, order -> order == 0));
    }
    for (Kind kind : Kind.values()) {
      if (name.startsWith(kind.prefix)) {
        return relation(kind, name.substring(kind.prefix.length()))
            .map(relation -> new Operator(kind, relation));
      }
    }
    return Optional.empty();
  }

  private static Optional<IntPredicate> relation(Kind kind, String name) {
    if (name.equals("Equals")) {
      return Optional.of(order -> order == 0);
    }
    if (kind == Kind.BOOLEAN) {
      return Optional.empty();
    }
    return switch (name) {
      case "LessThan" -> Optional.of(order -> order < 0);
      case "LessThanEquals" -> Optional.of(order -> order <= 0);
      case "GreaterThan" -> Optional.of(order -> order > 0);
      case "GreaterThanEquals" -> Optional.of(order -> order >= 0);
      default -> Optional.empty();
    };
  }

  boolean test(JsonNode left, JsonNode right) {
    return kind.compare(left, right).filter(holds::test).isPresent();
  }
}
