// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a state failed.
 *
 * @param error its name; a Fail state may give none
 * @param alias a second name that Retry and Catch may use for it
 */
record Failure(@Nullable String error, @Nullable String alias, @Nullable String cause) {
  static final String TIMEOUT = "States.Timeout";
  private static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
  private static final String RUNTIME = "States.Runtime";
  private static final String ALL = "States.ALL";
  private static final String TASK_FAILED = "States.TaskFailed";
  private static final int LONGEST_CAUSE = 32_768;

  Failure {
    if (cause != null && cause.length() > LONGEST_CAUSE) {
      cause = cause.substring(0, LONGEST_CAUSE);
    }
  }

  static Failure of(@Nullable String error, @Nullable String cause) {
    return new Failure(error, null, cause);
  }

  static Failure timeout() {
    return new Failure(TIMEOUT, null, null);
  }

  /** Ends as States.Timeout, but can be caught by either name. */
  static Failure heartbeatTimeout() {
    return new Failure(TIMEOUT, HEARTBEAT_TIMEOUT, null);
  }

  /** Whether ErrorEquals with these names means this failure; nothing means States.Runtime. */
  boolean matches(List<String> names) {
    return !RUNTIME.equals(error) && names.stream().anyMatch(this::matches);
  }

  private boolean matches(String name) {
    return switch (name) {
      case ALL -> true;
      case TASK_FAILED -> !TIMEOUT.equals(error);
      default -> name.equals(error) || Objects.equals(name, alias);
    };
  }
}
