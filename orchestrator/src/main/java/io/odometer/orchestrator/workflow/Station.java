// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import io.odometer.orchestrator.workflow.expression.Scope;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A state that the execution is in, and where. */
record Station(State state, Frame frame, Place place) {
  Station with(Frame other) {
    return new Station(state, other, place);
  }

  Station with(Activity activity) {
    return with(frame.with(activity));
  }

  String path() {
    return place.path(frame.state());
  }

  /** What the state's expressions see, before InputPath. */
  Scope scope(Execution execution, @Nullable String token) {
    return new Scope(frame.input(), () -> ContextObject.of(execution, frame, place, token));
  }

  /** The failure as people get to read it. */
  Failure failure(EvaluationFailure failure) {
    String cause =
        failure.error().equals(EvaluationFailure.DATA_LIMIT)
            ? failure.reason()
            : "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                .formatted(frame.state(), frame.entered(), failure.reason());
    return Failure.of(failure.error(), cause);
  }

  /** In [0, 1), the same whenever it is asked for in the same try. */
  double chance(Execution execution) {
    long seed = 31L * execution.id().hashCode() + frame.entered();
    return new SplittableRandom(1_000_003 * seed + frame.attempts()).nextDouble();
  }
}
