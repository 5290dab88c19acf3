// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.execution;

/** As in Step Functions. */
public enum ExecutionStatus {
  RUNNING,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  ABORTED;

  public boolean isFinal() {
    return this != RUNNING;
  }
}
