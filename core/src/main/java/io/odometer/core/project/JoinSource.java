// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a prediction is joined to before it is written, as in SageMaker's {@code JoinSource}. */
public enum JoinSource {
  /** Nothing: predictions alone. */
  NONE("None"),
  /** The record as it came in. */
  INPUT("Input");

  private final String json;

  JoinSource(String json) {
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException naming the sources there are
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static JoinSource of(String name) {
    return Arrays.stream(values())
        .filter(source -> source.json.equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + name + "' is neither 'Input' nor 'None'"));
  }

  @JsonValue
  public String json() {
    return json;
  }
}
