// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What each state of an execution went through, in the order entered. */
final class StateRecords {
  private StateRecords() {}

  static List<StateRecord> of(Execution execution, Definition definition) {
    List<Visit> visits = new ArrayList<>(execution.visited());
    if (execution.root() != null) {
      addOpen(definition.chain(), execution.root(), Place.TOP, visits);
    }
    return visits.stream()
        .sorted(Comparator.comparingLong(Visit::entered))
        .map(Visit::record)
        .toList();
  }

  private static void addOpen(Chain chain, Frame frame, Place place, List<Visit> visits) {
    State state = chain.state(frame.state());
    visits.add(
        new Visit(frame.entered(), of(state, frame, place, ExecutionStatus.RUNNING, null, null)));
    if (frame.activity() instanceof Activity.Branching(List<Branch> branches)) {
      for (int i = 0; i < branches.size(); i++) {
        if (branches.get(i) instanceof Branch.Running(Frame inner)) {
          addOpen(state.branch(i), inner, place.branch(frame.state(), i), visits);
        }
      }
    }
  }

  static StateRecord of(
      State state,
      Frame frame,
      Place place,
      ExecutionStatus status,
      @Nullable Instant exitedAt,
      @Nullable Failure failure) {
    return new StateRecord(
        place.path(frame.state()),
        state.type(),
        status,
        frame.enteredAt(),
        exitedAt,
        frame.attempts(),
        progress(frame),
        failure == null ? null : failure.error(),
        failure == null ? null : failure.cause());
  }

  private static @Nullable JsonNode progress(Frame frame) {
    return frame.activity() instanceof Activity.Working working ? working.progress() : null;
  }
}
