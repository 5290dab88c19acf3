// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a project and of its endpoint; also the first part of its object keys. */
public record ProjectName(@JsonValue String value) implements Comparable<ProjectName> {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProjectName {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a project name has 1 to 63 of a-z, 0-9, - and _, and begins and ends with a letter or"
              + " digit: '"
              + value
              + "'");
    }
  }

  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches();
  }

  @Override
  public int compareTo(ProjectName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
