// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.execution.ExecutionId;
import java.util.List;

/**
 * An earlier window, measured again since labels of it came late.
 *
 * @param predictions of that window
 * @param labelled of them, how many have a label by now
 */
record WindowReport(
    ExecutionId execution, long predictions, long labelled, List<MemberQuality> members) {
  WindowReport {
    members = List.copyOf(members);
  }
}
