// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final Activity NOTHING = new Activity.Branching(List.of());

  Frame {
    retries = List.copyOf(retries);
  }

  static Frame entered(String name, State state, JsonNode input, long event, Instant now) {
    List<Integer> unused = Collections.nCopies(state.retriers().size(), 0);
    return new Frame(name, input, event, now, 0, unused, NOTHING);
  }

  Frame with(Activity next) {
    return new Frame(state, input, entered, enteredAt, attempts, retries, next);
  }

  /** Begins its work, for the first time or again. */
  Frame tried() {
    return new Frame(state, input, entered, enteredAt, attempts + 1, retries, NOTHING);
  }

  Frame retried(int retrier) {
    List<Integer> counts = new ArrayList<>(retries);
    counts.set(retrier, counts.get(retrier) + 1);
    return new Frame(state, input, entered, enteredAt, attempts, counts, activity);
  }
}
