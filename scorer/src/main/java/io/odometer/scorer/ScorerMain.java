// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import io.odometer.platform.lifecycle.ServiceMain;

/** Runs the scorer as a process. */
public final class ScorerMain {
  private ScorerMain() {}

  public static void main(String[] arguments) {
    ServiceMain.run("scorer", ScorerConfig::from, Scorer::new);
  }
}
