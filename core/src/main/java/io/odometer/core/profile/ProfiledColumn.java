// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import io.odometer.core.schema.Schema;
import java.util.List;

/** A column to make statistics of. */
public record ProfiledColumn(String name, Kind kind) {
  /** What is counted of a column beside missing and unreadable cells. */
  public enum Kind {
    /** Moments and quantiles. */
    NUMBER(ColumnType.NUMBER),
    /** How often each value comes. */
    CATEGORY(ColumnType.CATEGORY),
    /** How many different values there are. */
    TEXT(ColumnType.TEXT),
    /** As text: time always moves on, so that its distribution says nothing. */
    DATE(ColumnType.DATE);

    private final ColumnType type;

    Kind(ColumnType type) {
      this.type = type;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Kind of(String name) {
      return of(ColumnType.of(name));
    }

    static Kind of(ColumnType type) {
      return switch (type) {
        case NUMBER -> NUMBER;
        case CATEGORY -> CATEGORY;
        case TEXT -> TEXT;
        case DATE -> DATE;
      };
    }

    @JsonValue
    public String json() {
      return type.json();
    }
  }

  /** The features of a schema in its order. */
  public static List<ProfiledColumn> of(Schema schema) {
    return schema.columns().stream().map(ProfiledColumn::of).toList();
  }

  static ProfiledColumn of(Column column) {
    return new ProfiledColumn(column.name(), Kind.of(column.type()));
  }
}
