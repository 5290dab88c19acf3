// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

/** Reads models of every kind that the evaluators know. */
public final class Models {
  private Models() {}

  /**
   * Reads XGBoost's own JSON ({@code learner.gradient_booster…}) or the linear model's JSON ({@code
   * "kind": "linear"}).
   *
   * @throws io.odometer.core.error.OdometerException {@code Model.Unsupported} for any other kind
   *     of model, booster or objective; {@code Model.Corrupt} for what is no model
   */
  public static Model read(byte[] json) {
    throw new UnsupportedOperationException("to be written");
  }
}
