// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.odometer.core.error.ErrorName;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.project.Project;

/** The answer to an order, by the order's id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ControlReply.ProjectStored.class, name = "project-stored"),
  @JsonSubTypes.Type(value = ControlReply.TrainingPromised.class, name = "training-promised"),
  @JsonSubTypes.Type(value = ControlReply.ScoringPromised.class, name = "scoring-promised"),
  @JsonSubTypes.Type(value = ControlReply.MonitoringPromised.class, name = "monitoring-promised"),
  @JsonSubTypes.Type(value = ControlReply.Refused.class, name = "refused")
})
public sealed interface ControlReply {
  String requestId();

  record ProjectStored(String requestId, Project project) implements ControlReply {}

  /** It runs, or will as soon as the training before it has ended. */
  record TrainingPromised(String requestId, ExecutionId execution) implements ControlReply {}

  /**
   * It runs, or will as soon as there is a champion.
   *
   * @param known it was started before, for exactly this, and may have ended
   */
  record ScoringPromised(String requestId, ExecutionId execution, boolean known)
      implements ControlReply {}

  /** It runs, or will when it is its turn. */
  record MonitoringPromised(String requestId, ExecutionId execution) implements ControlReply {}

  record Refused(String requestId, ErrorName error, String message) implements ControlReply {}
}
