// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Which side of a threshold breaks it. */
public enum ComparisonOperator {
  GREATER_THAN("GreaterThanThreshold"),
  LESS_THAN("LessThanThreshold");

  private final String json;

  ComparisonOperator(String json) {
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException naming the operators there are
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ComparisonOperator of(String name) {
    return Arrays.stream(values())
        .filter(operator -> operator.json.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + name + "' is neither GreaterThanThreshold nor LessThanThreshold"));
  }

  @JsonValue
  public String json() {
    return json;
  }

  /** How far the value is on the violating side; negative where all is well. */
  double excess(double value, double threshold) {
    return switch (this) {
      case GREATER_THAN -> value - threshold;
      case LESS_THAN -> threshold - value;
    };
  }
}
