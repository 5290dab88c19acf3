// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.execution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of one execution; fit for a key of the object store. */
public record ExecutionId(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ExecutionId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an execution id: '" + value + "'");
    }
  }

  /**
   * The same workflow and name give the same id, so that whoever starts it twice starts it once.
   */
  public static ExecutionId of(String workflow, String name) {
    return new ExecutionId(
        UUID.nameUUIDFromBytes((workflow + '\0' + name).getBytes(StandardCharsets.UTF_8))
            .toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
