// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;

/** Follows the endpoints, loads their champions and answers predictions. */
public final class InferenceApi implements Service {
  public InferenceApi(InferenceApiConfig config) {
    throw new UnsupportedOperationException("to be written for " + config);
  }

  @Override
  public String name() {
    return "inference-api";
  }

  @Override
  public void start() {}

  /** Ready once every endpoint known at the start was loaded, or failed to. */
  @Override
  public Health check() {
    return Health.notReady("to be written");
  }

  /** The port actually bound. */
  public int port() {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public void close() {}
}
