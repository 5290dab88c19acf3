// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of a state. */
sealed interface Turn {
  /** It is not done yet. */
  record Stays(Frame frame) implements Turn {}

  /** It is done. */
  record Leaves(JsonNode output, @Nullable String next) implements Turn {}

  /** It failed, and nothing in it helps. */
  record Fails(Failure failure) implements Turn {}
}
