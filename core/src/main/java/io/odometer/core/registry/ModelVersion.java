// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.odometer.core.execution.ExecutionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * A version of a model: the start of the execution that made it and the head of that execution's
 * id, so versions sort by age.
 */
public record ModelVersion(@JsonValue String value) implements Comparable<ModelVersion> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ModelVersion {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a model version: '" + value + "'");
    }
  }

  public static ModelVersion of(Instant executionStartedAt, ExecutionId execution) {
    String id = execution.value();
    return new ModelVersion(
        TIME.format(executionStartedAt) + "-" + id.substring(0, Math.min(8, id.length())));
  }

  @Override
  public int compareTo(ModelVersion other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
