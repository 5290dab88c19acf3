// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the cells of a column mean. */
public enum ColumnType {
  /** A quantity, with a unit or without. */
  NUMBER,
  /** One of a set of names. */
  CATEGORY,
  /** Many different values of several words, most general word first. */
  TEXT,
  /** A day or an instant. */
  DATE;

  /**
   * @throws IllegalArgumentException naming the types there are
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ColumnType of(String name) {
    for (ColumnType type : values()) {
      if (type.json().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "a column's type is number, category, text or date, not " + name);
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
