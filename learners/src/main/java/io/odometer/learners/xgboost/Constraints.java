// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Turns constraints that name features into XGBoost's, which number them. */
final class Constraints {
  private Constraints() {}

  /** Such as {@code (0,1,-1)}; given as {@code {"mileage": -1}}, as a list, or as that text. */
  static String monotone(JsonNode given, List<String> features) {
    int[] signs = new int[features.size()];
    if (given.isObject()) {
      given
          .properties()
          .forEach(entry -> signs[index(entry.getKey(), features)] = sign(entry.getValue()));
    } else if (given.isArray() && given.size() <= signs.length) {
      for (int index = 0; index < given.size(); index++) {
        signs[index] = sign(given.get(index));
      }
    } else if (given.isString() && given.asString().matches("\\([-0-9, ]*\\)")) {
      return given.asString();
    } else {
      throw invalid("monotone_constraints", given);
    }
    return Arrays.stream(signs)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** Such as {@code [[0,2],[1,3]]}. */
  static String interaction(JsonNode given, List<String> features) {
    if (given.isString() && given.asString().matches("[\\[\\]0-9, ]*")) {
      return given.asString();
    }
    if (!given.isArray()) {
      throw invalid("interaction_constraints", given);
    }
    return given
        .valueStream()
        .map(group -> group(group, features))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String group(JsonNode group, List<String> features) {
    return group
        .valueStream()
        .map(
            feature ->
                feature.isString()
                    ? index(feature.asString(), features)
                    : within(feature.asInt(-1), features))
        .map(index -> Integer.toString(index))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static int sign(JsonNode value) {
    if (!value.isInt() || Math.abs(value.asInt()) > 1) {
      throw invalid("monotone_constraints", value);
    }
    return value.asInt();
  }

  private static int index(String feature, List<String> features) {
    int index = features.indexOf(feature);
    return index < 0 ? absent(feature, features) : index;
  }

  private static int within(int index, List<String> features) {
    return index < 0 || index >= features.size()
        ? absent(Integer.toString(index), features)
        : index;
  }

  private static int absent(String feature, List<String> features) {
    throw new OdometerException(
        Errors.PROJECT_INVALID,
        "algorithms.xgboost: a constraint names the feature '%s'; there are %s"
            .formatted(feature, features));
  }

  private static OdometerException invalid(String name, JsonNode given) {
    return new OdometerException(
        Errors.PROJECT_INVALID, "algorithms.xgboost.%s: %s is none".formatted(name, given));
  }
}
