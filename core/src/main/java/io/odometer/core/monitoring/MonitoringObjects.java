// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;

/** Where the objects of monitoring lie. */
public final class MonitoringObjects {
  private MonitoringObjects() {}

  /** What was taken so far, and what was found. */
  public static ObjectKey ledger(ProjectName project) {
    return new ObjectKey(Buckets.MONITORING, project + "/ledger.json");
  }

  /** What people set over the baseline's constraints; need not be there. */
  public static ObjectKey overrides(ProjectName project) {
    return new ObjectKey(Buckets.MONITORING, project + "/constraints.json");
  }

  /** The results of one run. */
  public static ObjectKey folder(ProjectName project, ExecutionId execution) {
    return new ObjectKey(Buckets.MONITORING, project + "/" + execution);
  }

  public static ObjectKey report(ProjectName project, ExecutionId execution) {
    return folder(project, execution).child("report.html");
  }
}
