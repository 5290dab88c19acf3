// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.util.List;

/** Which failures lead to another state. */
record Catcher(List<String> errors, ResultPath resultPath, String next) {
  Catcher {
    errors = List.copyOf(errors);
  }
}
