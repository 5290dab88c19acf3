// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The intrinsic functions, as Step Functions computes them. {@code States.UUID} and {@code
 * States.MathRandom} are left out: the engine knows no chance.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions are methods without state
public enum Intrinsic {
  ARRAY("States.Array", 0, Integer.MAX_VALUE, ArrayFunctions::array),
  ARRAY_PARTITION("States.ArrayPartition", 2, 2, ArrayFunctions::partition),
  ARRAY_CONTAINS("States.ArrayContains", 2, 2, ArrayFunctions::contains),
  ARRAY_RANGE("States.ArrayRange", 3, 3, ArrayFunctions::range),
  ARRAY_GET_ITEM("States.ArrayGetItem", 2, 2, ArrayFunctions::item),
  ARRAY_LENGTH("States.ArrayLength", 1, 1, ArrayFunctions::length),
  ARRAY_UNIQUE("States.ArrayUnique", 1, 1, ArrayFunctions::unique),
  BASE64_ENCODE("States.Base64Encode", 1, 1, TextFunctions::encode),
  BASE64_DECODE("States.Base64Decode", 1, 1, TextFunctions::decode),
  HASH("States.Hash", 2, 2, TextFunctions::hash),
  STRING_SPLIT("States.StringSplit", 2, 2, TextFunctions::split),
  FORMAT("States.Format", 1, Integer.MAX_VALUE, TextFunctions::format),
  STRING_TO_JSON("States.StringToJson", 1, 1, TextFunctions::toJson),
  JSON_TO_STRING("States.JsonToString", 1, 1, TextFunctions::fromJson),
  JSON_MERGE("States.JsonMerge", 3, 3, TextFunctions::merge),
  MATH_ADD("States.MathAdd", 2, 2, TextFunctions::add);

  private final String text;
  private final int least;
  private final int most;
  private final Function<List<JsonNode>, JsonNode> function;

  Intrinsic(String text, int least, int most, Function<List<JsonNode>, JsonNode> function) {
    this.text = text;
    this.least = least;
    this.most = most;
    this.function = function;
  }

  static Optional<Intrinsic> named(String name) {
    return Arrays.stream(values()).filter(each -> each.text.equals(name)).findFirst();
  }

  /**
   * @throws EvaluationFailure {@code States.IntrinsicFailure} if the arguments do not fit
   */
  JsonNode apply(List<JsonNode> arguments) {
    return function.apply(arguments);
  }

  void checkCount(int count) {
    if (count < least || count > most) {
      throw new IllegalArgumentException(text + " does not take " + count + " arguments");
    }
  }
}
