// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.message.Topic;
import io.odometer.core.message.Topic.Retention;
import io.odometer.core.message.Topics;
import io.odometer.orchestrator.notification.DeadNotification;
import io.odometer.orchestrator.project.ControlReply;
import io.odometer.orchestrator.project.ProjectEvent;
import io.odometer.orchestrator.workflow.ExecutionEvent;
import io.odometer.orchestrator.workflow.HistoryEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Topics that the orchestrator alone writes and reads, and the list of all that it touches. */
final class EngineTopics {
  /** Starts and aborts. Key: execution id. */
  static final Topic<ExecutionEvent> WORKFLOW_COMMANDS =
      new Topic<>("workflow-commands", ExecutionEvent.class, Retention.WEEK);

  /** Key: project. */
  static final Topic<ProjectEvent> PROJECT_EVENTS =
      new Topic<>("project-events", ProjectEvent.class, Retention.WEEK);

  /** Key: execution id. */
  static final Topic<HistoryEvent> EXECUTION_HISTORY =
      new Topic<>("execution-history", HistoryEvent.class, Retention.WEEK);

  /** Key: request id. */
  static final Topic<ControlReply> CONTROL_REPLIES =
      new Topic<>("control-replies", ControlReply.class, Retention.WEEK);

  private EngineTopics() {}

  static List<Topic<?>> all(Collection<String> services) {
    List<Topic<?>> topics =
        new ArrayList<>(
            List.of(
                WORKFLOW_COMMANDS,
                PROJECT_EVENTS,
                EXECUTION_HISTORY,
                CONTROL_REPLIES,
                DeadNotification.TOPIC,
                Topics.OBJECT_EVENTS,
                Topics.TASK_RESULTS,
                Topics.EXECUTIONS,
                Topics.EVENTS,
                Topics.PROJECTS,
                Topics.ENDPOINTS,
                Topics.MODELS));
    services.forEach(service -> topics.add(Topics.tasks(service)));
    return topics;
  }
}
