// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a learning algorithm, such as {@code xgboost}. */
public record Algorithm(@JsonValue String value) implements Comparable<Algorithm> {
  // Before the constants, whose constructor needs it.
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public static final Algorithm XGBOOST = new Algorithm("xgboost");
  public static final Algorithm LINEAR = new Algorithm("linear");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Algorithm {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of an algorithm: '" + value + "'");
    }
  }

  @Override
  public int compareTo(Algorithm other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
