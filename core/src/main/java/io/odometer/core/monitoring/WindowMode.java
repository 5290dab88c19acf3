// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Which payload a run takes, and whether it counts as taken afterwards. */
public enum WindowMode {
  /** Everything since the bookmark, which moves. */
  NEW,
  /** Everything since the bookmark, which stays. */
  PEEK,
  /** Everything since a time, to which the bookmark goes back before it moves on. */
  REWIND,
  /** What was served in a range of time; the bookmark stays. */
  RANGE;

  /**
   * @throws IllegalArgumentException naming the modes there are
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static WindowMode of(String name) {
    return Arrays.stream(values())
        .filter(mode -> mode.json().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + name + "' is none of 'new', 'peek', 'rewind' and 'range'"));
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean movesBookmark() {
    return this == NEW || this == REWIND;
  }
}
