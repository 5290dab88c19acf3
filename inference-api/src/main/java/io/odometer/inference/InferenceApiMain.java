// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import io.odometer.platform.lifecycle.ServiceMain;

/** Runs the serving endpoint as a process. */
public final class InferenceApiMain {
  private InferenceApiMain() {}

  public static void main(String[] arguments) {
    ServiceMain.run("inference-api", InferenceApiConfig::from, InferenceApi::new);
  }
}
