// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.execution.StateRecord;
import java.util.List;

/** What each state of an execution went through, in the order entered. */
final class StateRecords {
  private StateRecords() {}

  static List<StateRecord> of(Execution execution, Definition definition) {
    throw new UnsupportedOperationException("to be written");
  }
}
