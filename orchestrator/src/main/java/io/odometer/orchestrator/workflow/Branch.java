// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.JsonNode;

/** One branch of a Parallel or one iteration of a Map. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Branch.Running.class, name = "running"),
  @JsonSubTypes.Type(value = Branch.Done.class, name = "done")
})
sealed interface Branch {
  /** Whether the task or timer of that id matters here. */
  boolean awaits(String id);

  record Running(Frame frame) implements Branch {
    @Override
    public boolean awaits(String id) {
      return frame.activity().awaits(id);
    }
  }

  record Done(JsonNode output) implements Branch {
    @Override
    public boolean awaits(String id) {
      return false;
    }
  }
}
