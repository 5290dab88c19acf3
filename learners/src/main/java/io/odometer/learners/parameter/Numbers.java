// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.parameter;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a finite number from JSON, whether it stands there as a number or as text. */
final class Numbers {
  private Numbers() {}

  static Optional<Double> parse(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(value.asDouble()).filter(Double::isFinite);
    }
    if (!value.isString()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.valueOf(value.asString().strip())).filter(Double::isFinite);
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
