// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The questions after a value's type. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates are methods without state
enum TypeTest {
  NULL("IsNull", JsonNode::isNull),
  STRING("IsString", JsonNode::isString),
  NUMERIC("IsNumeric", JsonNode::isNumber),
  BOOLEAN("IsBoolean", JsonNode::isBoolean),
  TIMESTAMP("IsTimestamp", value -> Timestamps.parse(value).isPresent());

  private final String field;
  private final Predicate<JsonNode> predicate;

  TypeTest(String field, Predicate<JsonNode> predicate) {
    this.field = field;
    this.predicate = predicate;
  }

  String field() {
    return field;
  }

  boolean test(JsonNode value) {
    return predicate.test(value);
  }
}
