// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a state that does not end at once is doing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Activity.Working.class, name = "working"),
  @JsonSubTypes.Type(value = Activity.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = Activity.Retrying.class, name = "retrying"),
  @JsonSubTypes.Type(value = Activity.Branching.class, name = "branching")
})
sealed interface Activity {
  /**
   * A task is with the workers.
   *
   * @param heardAt when a worker last gave a sign of life; absent while the task is in the queue
   * @param heartbeatSeconds longest silence after the first sign of life
   */
  record Working(
      String task,
      @Nullable Instant heardAt,
      @Nullable Long heartbeatSeconds,
      @Nullable JsonNode progress)
      implements Activity {}

  /** A Wait state, until its timer fires. */
  record Waiting(String timer) implements Activity {}

  /** Between two tries, until the timer fires. */
  record Retrying(String timer) implements Activity {}

  /** Branches of a Parallel or iterations of a Map, by index; those beyond the list are to come. */
  record Branching(List<Branch> branches) implements Activity {
    public Branching {
      branches = List.copyOf(branches);
    }
  }
}
