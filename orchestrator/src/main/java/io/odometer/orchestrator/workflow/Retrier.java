// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are tried again, how often and when.
 *
 * @param jitter whether the wait is anything between nothing and the full time
 */
record Retrier(
    List<String> errors,
    double intervalSeconds,
    double backoffRate,
    int maxAttempts,
    @Nullable Double maxDelaySeconds,
    boolean jitter) {
  private static final double LONGEST_SECONDS = 31_622_400;

  Retrier {
    errors = List.copyOf(errors);
  }

  /**
   * @param used how often it has been used in this state
   * @param chance in [0, 1): where in the range of the jitter
   */
  Duration delay(int used, double chance) {
    double most = maxDelaySeconds == null ? LONGEST_SECONDS : maxDelaySeconds;
    double seconds = Math.min(most, intervalSeconds * Math.pow(backoffRate, used));
    return Duration.ofMillis(Math.round(1000 * (jitter ? seconds * chance : seconds)));
  }
}
