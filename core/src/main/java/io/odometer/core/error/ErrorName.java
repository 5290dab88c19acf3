// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.error;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a failure, such as {@code Data.Empty}: what Retry and Catch of a workflow match. */
public record ErrorName(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Za-z]*(\\.[A-Z][A-Za-z]*)+");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ErrorName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("an error name looks like Data.Empty, not " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
