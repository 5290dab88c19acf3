// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator;

import io.odometer.platform.lifecycle.ServiceMain;

/** Runs the orchestrator as a process. */
public final class OrchestratorMain {
  private OrchestratorMain() {}

  public static void main(String[] arguments) {
    ServiceMain.run("orchestrator", OrchestratorConfig::from, Orchestrator::new);
  }
}
