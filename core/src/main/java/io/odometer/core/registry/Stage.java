// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a version. */
public enum Stage {
  /** Serves now. */
  CHAMPION,
  /** Served once. */
  RETIRED,
  /** Did not pass the gate; never served. */
  REJECTED;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Stage of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
