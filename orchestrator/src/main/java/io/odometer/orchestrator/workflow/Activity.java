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
  /** Whether the task or timer of that id matters here. */
  boolean awaits(String id);

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
      implements Activity {
    private static final int MOST_PROGRESS_BYTES = 4096;

    /** Progress is for people; too much of it is left out. */
    Working heard(Instant at, JsonNode news) {
      JsonNode kept = Sizes.exceeds(news, MOST_PROGRESS_BYTES) ? progress : news;
      return new Working(task, at, heartbeatSeconds, kept);
    }

    /** When the silence has lasted too long; null if it may last. */
    @Nullable Instant silentAt() {
      return heardAt == null || heartbeatSeconds == null
          ? null
          : heardAt.plusSeconds(heartbeatSeconds);
    }

    String timeout() {
      return task + "/timeout";
    }

    String heartbeat() {
      return task + "/heartbeat";
    }

    @Override
    public boolean awaits(String id) {
      return id.equals(task) || id.equals(timeout()) || id.equals(heartbeat());
    }
  }

  /** A Wait state, until its timer fires. */
  record Waiting(String timer) implements Activity {
    @Override
    public boolean awaits(String id) {
      return id.equals(timer);
    }
  }

  /** Between two tries, until the timer fires. */
  record Retrying(String timer) implements Activity {
    @Override
    public boolean awaits(String id) {
      return id.equals(timer);
    }
  }

  /** Branches of a Parallel or iterations of a Map, by index; those beyond the list are to come. */
  record Branching(List<Branch> branches) implements Activity {
    public Branching {
      branches = List.copyOf(branches);
    }

    @Override
    public boolean awaits(String id) {
      return awaiting(id) >= 0;
    }

    /** Index of the branch where the task or timer matters; negative if there is none. */
    int awaiting(String id) {
      for (int i = 0; i < branches.size(); i++) {
        if (branches.get(i).awaits(id)) {
          return i;
        }
      }
      return -1;
    }
  }
}
