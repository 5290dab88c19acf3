// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The workflow engine: a pure function without I/O, clock or chance. Safe for use by many threads.
 */
public final class Interpreter {
  private Interpreter() {}

  /**
   * What the event makes of the execution. An event that no longer matters (a second start, an
   * older try's report, a cancelled timer) gives an empty transition, so that stepping twice with
   * one event does no harm.
   *
   * @param execution null before the {@link ExecutionEvent.Started} event
   * @throws IllegalArgumentException if the first event is another than Started
   */
  public static Transition step(
      Definition definition, @Nullable Execution execution, ExecutionEvent event, Instant now) {
    throw new UnsupportedOperationException("to be written");
  }
}
