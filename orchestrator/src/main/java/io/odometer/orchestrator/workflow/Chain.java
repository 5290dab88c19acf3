// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.util.Map;

/** States that follow one another, from the first: a workflow, a branch, an item's processing. */
record Chain(String startAt, Map<String, State> states) {
  Chain {
    states = Map.copyOf(states);
  }

  State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalArgumentException("the workflow has no state " + name);
    }
    return state;
  }
}
