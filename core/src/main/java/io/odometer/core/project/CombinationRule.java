// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an endpoint makes one value of its members' predictions. */
public enum CombinationRule {
  MAX,
  MIN,
  MEAN,
  WEIGHTED;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static CombinationRule of(String name) {
    return Arrays.stream(values())
        .filter(rule -> rule.json().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + name
                        + "' is no rule; there are "
                        + Arrays.stream(values())
                            .map(CombinationRule::json)
                            .collect(Collectors.joining(", "))));
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
