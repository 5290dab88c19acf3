// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of an intrinsic function, asked for by type. */
final class Arguments {
  private final String function;
  private final List<JsonNode> values;

  Arguments(String function, List<JsonNode> values) {
    this.function = function;
    this.values = values;
  }

  ArrayNode array(int index) {
    return values.get(index) instanceof ArrayNode array ? array : fail(index, "an array");
  }

  ObjectNode object(int index) {
    return values.get(index) instanceof ObjectNode object ? object : fail(index, "an object");
  }

  String text(int index) {
    JsonNode value = values.get(index);
    return value.isString() ? value.stringValue() : fail(index, "a string");
  }

  /** Rounded half up, as Step Functions does. */
  long integer(int index) {
    JsonNode value = values.get(index);
    if (!value.isNumber() || Math.abs(value.doubleValue()) >= 0x1p62) {
      return fail(index, "an integer");
    }
    BigDecimal half = new BigDecimal("0.5");
    BigInteger rounded =
        value.decimalValue().add(half).setScale(0, RoundingMode.FLOOR).toBigInteger();
    return rounded.longValueExact();
  }

  /** As the number would come out of a parser, so that equal numbers are equal nodes. */
  static JsonNode number(long value) {
    return (int) value == value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  EvaluationFailure failure(String why) {
    return new EvaluationFailure(EvaluationFailure.INTRINSIC, function + ": " + why);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // never returns
  private <T> T fail(int index, String wanted) {
    throw failure("argument " + (index + 1) + " must be " + wanted);
  }
}
