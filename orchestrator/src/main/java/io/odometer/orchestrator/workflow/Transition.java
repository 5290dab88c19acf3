// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.util.List;

/** What one event makes of an execution. */
public record Transition(Execution execution, List<Command> commands, List<HistoryEvent> history) {
  public Transition {
    commands = List.copyOf(commands);
    history = List.copyOf(history);
  }

  static Transition none(Execution execution) {
    return new Transition(execution, List.of(), List.of());
  }

  /** Whether the event was dropped: nothing to store, nothing to do. */
  public boolean isEmpty() {
    return commands.isEmpty() && history.isEmpty();
  }
}
