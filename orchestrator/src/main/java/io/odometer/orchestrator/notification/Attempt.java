// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.time.Duration;
import java.util.Optional;

/** How one try of a delivery ended. */
sealed interface Attempt {
  record Sent() implements Attempt {}

  /** There is no way to send it, and that is meant so. */
  record Skipped() implements Attempt {}

  /**
   * It may succeed later.
   *
   * @param pause what the receiver asks to be left alone for
   */
  record Failed(String reason, Optional<Duration> pause) implements Attempt {
    Failed(String reason) {
      this(reason, Optional.empty());
    }
  }

  /** It would fail again. */
  record Refused(String reason) implements Attempt {}
}
