// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import tools.jackson.databind.JsonNode;

/** How large a value is as JSON text in UTF-8, near enough and without writing it. */
final class Sizes {
  /** As in Step Functions. */
  private static final int MOST_BYTES = 262_144;

  private Sizes() {}

  /** Fails if the value is more than a state may give. */
  static void check(JsonNode value, String state) {
    if (exceeds(value, MOST_BYTES)) {
      throw new EvaluationFailure(
          EvaluationFailure.DATA_LIMIT,
          "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
              .formatted(state));
    }
  }

  static boolean exceeds(JsonNode value, int bytes) {
    return left(value, bytes) < 0;
  }

  /** What is left of the budget; negative when the value is larger. */
  private static long left(JsonNode value, long budget) {
    if (budget < 0) {
      return budget;
    }
    if (value.isString()) {
      return budget - 2 - bytes(value.stringValue());
    }
    if (!value.isContainer()) {
      return budget - value.toString().length();
    }
    long left = budget - 1 - Math.max(1, value.size());
    if (value.isArray()) {
      for (JsonNode item : value.values()) {
        left = left(item, left);
      }
      return left;
    }
    for (var field : value.properties()) {
      left = left(field.getValue(), left - 3 - bytes(field.getKey()));
    }
    return left;
  }

  private static long bytes(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        bytes += Character.isSurrogate(c) ? 1 : 2;
      } else if (c >= 0x80 || c == '"' || c == '\\') {
        bytes++;
      }
    }
    return bytes;
  }
}
