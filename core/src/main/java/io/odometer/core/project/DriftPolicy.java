// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What follows when a monitor finds drift. */
public enum DriftPolicy {
  /** People are told, and decide. */
  NOTIFY,
  /** People are told, and a training starts, unless one was started so a short while ago. */
  RETRAIN;

  /**
   * @throws IllegalArgumentException naming the policies there are
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static DriftPolicy of(String name) {
    return Arrays.stream(values())
        .filter(policy -> policy.json().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + name + "' is neither 'notify' nor 'retrain'"));
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
