// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import io.odometer.platform.lifecycle.ServiceMain;

/** Runs the monitor as a process. */
public final class MonitorMain {
  private MonitorMain() {}

  public static void main(String[] arguments) {
    ServiceMain.run("monitor", MonitorConfig::from, Monitor::new);
  }
}
