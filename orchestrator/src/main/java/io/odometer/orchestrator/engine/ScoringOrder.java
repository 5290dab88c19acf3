// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.execution.ExecutionId;
import io.odometer.orchestrator.project.ControlReply.ScoringPromised;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An order to score. A project remembers the execution of a file for as long as the file lies
 * there, the engine only the newest {@value FinishedExecutions#MOST}: what is promised may be
 * forgotten.
 *
 * @param send asks the project, which does not promise that execution if it has ended
 * @param isShown whether that execution can be asked for
 */
record ScoringOrder(
    Function<Optional<ExecutionId>, ScoringPromised> send, Predicate<ExecutionId> isShown) {
  /** The execution that can be asked for, now or soon. */
  ExecutionId place() {
    ScoringPromised first = send.apply(Optional.empty());
    boolean holds = !first.known() || isShown.test(first.execution());
    return holds ? first.execution() : send.apply(Optional.of(first.execution())).execution();
  }
}
