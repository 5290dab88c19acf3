// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the gate of the workflow decided. */
public enum Gate {
  ACCEPTED,
  /** RMSE above the project's threshold. */
  ABOVE_THRESHOLD,
  /** RMSE above the champion's on the same rows. */
  WORSE_THAN_CHAMPION;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Gate of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
