// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Where a chain of states stands.
 *
 * @param input of the state, before InputPath
 * @param entered id of the history event that entered the state
 * @param attempts how often the state's work was begun
 * @param retries how often each retrier of the state was used
 */
record Frame(
    String state,
    JsonNode input,
    long entered,
    Instant enteredAt,
    int attempts,
    List<Integer> retries,
    Activity activity) {
  Frame {
    retries = List.copyOf(retries);
  }

  Frame with(Activity next) {
    return new Frame(state, input, entered, enteredAt, attempts, retries, next);
  }
}
