// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.message;

import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.message.Topic.Retention;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import tools.jackson.databind.JsonNode;

/** Every topic that more than one service knows. Whoever reads one of them reads committed. */
public final class Topics {
  /**
   * MinIO's own bucket notifications in MinIO's shape, and what the reconciler adds in the same
   * shape. Key: bucket/path.
   */
  public static final Topic<JsonNode> OBJECT_EVENTS =
      new Topic<>("object-events", JsonNode.class, Retention.WEEK);

  /** Key: execution id. */
  public static final Topic<TaskReport> TASK_RESULTS =
      new Topic<>("task-results", TaskReport.class, Retention.WEEK);

  /** Key: execution id. */
  public static final Topic<ExecutionRecord> EXECUTIONS =
      new Topic<>("executions", ExecutionRecord.class, Retention.COMPACTED);

  /** For people and other systems. Key: project. */
  public static final Topic<SystemEvent> EVENTS =
      new Topic<>("events", SystemEvent.class, Retention.WEEK);

  /** Key: project. */
  public static final Topic<Project> PROJECTS =
      new Topic<>("projects", Project.class, Retention.COMPACTED);

  /** Key: endpoint, which is the project's name. */
  public static final Topic<Endpoint> ENDPOINTS =
      new Topic<>("endpoints", Endpoint.class, Retention.COMPACTED);

  /** Key: project/algorithm/version. */
  public static final Topic<ModelRecord> MODELS =
      new Topic<>("models", ModelRecord.class, Retention.COMPACTED);

  /**
   * Requests and their answers, one JSON object as it will stand in a line of the capture bucket.
   * Key: endpoint.
   */
  public static final Topic<JsonNode> CAPTURES =
      new Topic<>("captures", JsonNode.class, Retention.WEEK);

  private Topics() {}

  /** Commands to the workers of one service. Key: execution id. */
  public static Topic<TaskCommand> tasks(String service) {
    return new Topic<>("tasks." + service, TaskCommand.class, Retention.QUEUE);
  }
}
