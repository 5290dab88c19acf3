// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.odometer.core.error.DidYouMean;
import java.util.Arrays;
import java.util.Locale;

/** What people can have themselves told of. */
public enum NotificationKind {
  EXECUTION_SUCCEEDED,
  EXECUTION_FAILED,
  MODEL_REJECTED,
  CHAMPION_CHANGED,
  DRIFT;

  /**
   * @throws IllegalArgumentException naming the kinds there are
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static NotificationKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.json().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + name + "' is no kind; " + hint(name)));
  }

  private static String hint(String name) {
    return DidYouMean.hint(name, Arrays.stream(values()).map(NotificationKind::json).toList());
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
