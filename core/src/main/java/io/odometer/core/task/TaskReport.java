// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.odometer.core.error.ErrorName;
import io.odometer.core.execution.ExecutionId;
import tools.jackson.databind.JsonNode;

/** What a worker says of a task: the value of topic {@code task-results}, keyed by execution. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskReport.Succeeded.class, name = "succeeded"),
  @JsonSubTypes.Type(value = TaskReport.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = TaskReport.Heartbeat.class, name = "heartbeat")
})
public sealed interface TaskReport {
  ExecutionId execution();

  String taskId();

  record Succeeded(ExecutionId execution, String taskId, JsonNode output) implements TaskReport {}

  record Failed(ExecutionId execution, String taskId, ErrorName error, String cause)
      implements TaskReport {}

  /** Still at work; the progress is for people. */
  record Heartbeat(ExecutionId execution, String taskId, JsonNode progress) implements TaskReport {}
}
