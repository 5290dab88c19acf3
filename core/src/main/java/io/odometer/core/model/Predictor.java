// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

/** Evaluates one model without allocating. For one thread at a time. */
public interface Predictor {
  /**
   * The prediction on the label's own scale.
   *
   * @param features one value a feature in the model's order, NaN for missing
   */
  double predict(float[] features);
}
