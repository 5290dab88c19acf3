// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** A closed range of numbers, {@code [100, 150000]} in JSON. */
public record Range(double least, double most) {
  public Range {
    if (!(least <= most)) {
      throw new IllegalArgumentException(
          "a range goes from the least to the most: [" + least + ", " + most + "]");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Range of(List<Double> ends) {
    if (ends.size() != 2) {
      throw new IllegalArgumentException("a range has two ends, such as [100, 150000]");
    }
    return new Range(ends.get(0), ends.get(1));
  }

  @JsonValue
  List<Double> ends() {
    return List.of(least, most);
  }

  public boolean contains(double value) {
    return least <= value && value <= most;
  }
}
