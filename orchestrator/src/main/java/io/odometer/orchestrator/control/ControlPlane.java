// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.control;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.store.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the control API can ask and order. Reads are answered from memory and never wait;
 * orders wait until the change is committed, at most ten seconds, and then fail with {@code
 * Control.Timeout}. Safe for use by many threads.
 */
public interface ControlPlane {
  /** In order of name. */
  List<Project> projects();

  Optional<Project> project(ProjectName name);

  /** Stores the settings and returns them as stored, with their new version. */
  Project put(Project project);

  /**
   * Starts a training now, on whatever lies under the project's prefix; {@code Project.Unknown},
   * {@code Data.Empty}.
   */
  ExecutionId train(ProjectName project);

  /**
   * Scores a file now, unless exactly this was done or is being done: then that execution is
   * answered. Waits for a champion if there is none; {@code Project.Unknown}, {@code
   * Store.NotFound}.
   *
   * @param input lies in the project's {@code in/}
   * @param again whether it is scored in any case
   */
  ExecutionId score(ProjectName project, ObjectKey input, boolean again);

  /**
   * Runs the monitor on a window, after whatever of it runs or waits; {@code Project.Unknown},
   * {@code Monitoring.NoChampion}, {@code Monitoring.TooMany}.
   */
  ExecutionId monitor(ProjectName project, WindowOrder window);

  /** Newest first. */
  List<ModelRecord> models(ProjectName project);

  /** Newest first. */
  List<ExecutionRecord> executions();

  Optional<ExecutionRecord> execution(ExecutionId id);

  Optional<Endpoint> endpoint(ProjectName name);
}
