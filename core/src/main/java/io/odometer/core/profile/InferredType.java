// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What SageMaker calls the type of a column. */
public enum InferredType {
  /** Whole numbers only. */
  INTEGRAL("Integral"),
  FRACTIONAL("Fractional"),
  STRING("String"),
  /** There was no value to tell by. */
  UNKNOWN("Unknown");

  private final String json;

  InferredType(String json) {
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException naming the types there are
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static InferredType of(String name) {
    return Arrays.stream(values())
        .filter(type -> type.json.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a type is Integral, Fractional, String or Unknown, not " + name));
  }

  @JsonValue
  public String json() {
    return json;
  }
}
