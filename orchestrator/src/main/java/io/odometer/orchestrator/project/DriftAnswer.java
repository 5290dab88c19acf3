// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.odometer.core.execution.ExecutionId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Output of {@code urn:odometer:orchestrator:report-drift}: what the project did about it.
 *
 * @param training that was started, or waits for the one before it
 */
record DriftAnswer(Action action, @Nullable ExecutionId training) {
  /** By the project's policy. */
  enum Action {
    /** People were told, and that is all. */
    NOTIFIED,
    /** A training follows. */
    RETRAINING,
    /** A training would follow, had drift not started one a short while ago. */
    PAUSED;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Action of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String json() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static DriftAnswer only(Action action) {
    return new DriftAnswer(action, null);
  }
}
