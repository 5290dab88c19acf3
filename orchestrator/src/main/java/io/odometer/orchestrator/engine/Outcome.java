// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.execution.ExecutionRecord;
import io.odometer.orchestrator.workflow.Execution;
import io.odometer.orchestrator.workflow.Transition;

/** What became of an execution by one event. */
sealed interface Outcome {
  /** The event no longer matters. */
  record Unchanged() implements Outcome {}

  /**
   * It went on, or came to its end.
   *
   * @param stored as it is kept
   * @param shown as others see it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and handed on at once.
  record Stepped(Transition transition, byte[] stored, ExecutionRecord shown) implements Outcome {
    Execution execution() {
      return transition.execution();
    }
  }

  /** It could not be stepped, now or ever, and so it has ended. */
  record Wrecked(ExecutionRecord shown) implements Outcome {}
}
