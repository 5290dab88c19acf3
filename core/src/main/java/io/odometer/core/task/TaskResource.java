// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What does a task: {@code urn:odometer:trainer:train} is the task {@code train} of the service
 * {@code trainer}.
 */
public record TaskResource(String service, String task) {
  private static final String PREFIX = "urn:odometer:";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TaskResource parse(String urn) {
    List<String> parts =
        urn.startsWith(PREFIX) ? List.of(urn.substring(PREFIX.length()).split(":", -1)) : List.of();
    if (parts.size() != 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
      throw new IllegalArgumentException(
          "a resource looks like urn:odometer:trainer:train, not " + urn);
    }
    return new TaskResource(parts.get(0), parts.get(1));
  }

  @Override
  @JsonValue
  public String toString() {
    return PREFIX + service + ":" + task;
  }
}
