// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.parameter;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Hyperparameters as a {@link ParameterTable} resolved them. */
public record Resolved(Map<String, JsonNode> values) {
  public int integer(String name) {
    return value(name).asInt();
  }

  public double number(String name) {
    return value(name).asDouble();
  }

  public String text(String name) {
    return value(name).asString();
  }

  private JsonNode value(String name) {
    JsonNode value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the hyperparameter " + name + " was not resolved");
    }
    return value;
  }
}
