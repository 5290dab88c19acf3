// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import tools.jackson.databind.JsonNode;

/** What became of a chain. */
sealed interface Outcome {
  record Running(Frame frame) implements Outcome {}

  record Ended(JsonNode output) implements Outcome {}

  record Failed(Failure failure) implements Outcome {}
}
