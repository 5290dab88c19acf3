// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a chain runs.
 *
 * @param prefix of the paths of its states: {@code Models[1]/}, empty for the workflow itself
 * @param item of the innermost Map around it
 */
record Place(String prefix, @Nullable Item item) {
  static final Place TOP = new Place("", null);

  /** An item of a Map. */
  record Item(int index, JsonNode value) {}

  String path(String state) {
    return prefix + state;
  }

  Place branch(String state, int index) {
    return new Place(prefix + state + "[" + index + "]/", item);
  }

  Place iteration(String state, int index, JsonNode value) {
    return new Place(prefix + state + "[" + index + "]/", new Item(index, value));
  }
}
