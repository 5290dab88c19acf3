// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@code "algorithms"}: {@code {"xgboost": {"max_depth": 6}, "linear": {}}}. */
final class AlgorithmsReader {
  private static final Map<Algorithm, Map<String, JsonNode>> BOTH =
      Map.of(Algorithm.XGBOOST, Map.of(), Algorithm.LINEAR, Map.of());

  private AlgorithmsReader() {}

  static Map<Algorithm, Map<String, JsonNode>> read(Fields fields) {
    if (fields.value("algorithms").isEmpty()) {
      return BOTH;
    }
    if (fields
        .value("algorithms")
        .filter(JsonNode::isObject)
        .filter(JsonNode::isEmpty)
        .isPresent()) {
      fields.mistake("algorithms", "names at least one, such as {\"xgboost\": {}}");
    }
    Map<Algorithm, Map<String, JsonNode>> read = new LinkedHashMap<>();
    fields
        .object("algorithms")
        .map(algorithms -> algorithms.each(AlgorithmsReader::hyperparameters))
        .orElse(Map.of())
        .forEach((name, hyperparameters) -> read.put(new Algorithm(name), hyperparameters));
    return read;
  }

  private static Optional<Map<String, JsonNode>> hyperparameters(Fields algorithms, String name) {
    if (algorithms.checked(name, () -> new Algorithm(name)).isEmpty()) {
      return Optional.empty();
    }
    if (algorithms.value(name).isEmpty()) {
      algorithms.mistake(name, "is an object of hyperparameters; {} for the defaults");
    }
    return algorithms.object(name).map(given -> given.each(AlgorithmsReader::hyperparameter));
  }

  private static Optional<JsonNode> hyperparameter(Fields hyperparameters, String name) {
    if (hyperparameters.value(name).isEmpty()) {
      hyperparameters.mistake(name, "has no value; leave it out for its default");
    }
    return hyperparameters.value(name);
  }
}
