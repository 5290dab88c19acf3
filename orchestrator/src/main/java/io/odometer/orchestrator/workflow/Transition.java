// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event makes of an execution. */
public record Transition(Execution execution, List<Command> commands, List<HistoryEvent> history) {
  public Transition {
    commands = List.copyOf(commands);
    history = List.copyOf(history);
  }

  /** The event was dropped. */
  static Transition none(Execution execution) {
    return new Transition(execution, List.of(), List.of());
  }

  /** Whether there is anything to store; if not, the event was dropped. */
  @SuppressWarnings("ReferenceEquality") // a dropped event gives the very same execution
  public boolean changes(@Nullable Execution before) {
    return execution != before;
  }
}
