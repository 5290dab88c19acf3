// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer;

import io.odometer.platform.lifecycle.ServiceMain;

/** Runs the trainer as a process. */
public final class TrainerMain {
  private TrainerMain() {}

  public static void main(String[] arguments) {
    ServiceMain.run("trainer", TrainerConfig::from, Trainer::new);
  }
}
