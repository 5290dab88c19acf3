// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import java.util.Arrays;

/** Evaluates one model; a single row without allocating. For one thread at a time. */
public interface Predictor {
  /**
   * The prediction on the label's own scale.
   *
   * @param features one value a feature in the model's order, NaN for missing
   */
  double predict(float[] features);

  /**
   * Predicts many rows, each to the same bit as alone; models that can do it faster do.
   *
   * @param features of the rows, one row after the other; more may follow
   * @param width features of a row
   * @param predictions gets one value a row
   */
  default void predict(float[] features, int width, int rows, double[] predictions) {
    for (int row = 0; row < rows; row++) {
      predictions[row] = predict(Arrays.copyOfRange(features, row * width, (row + 1) * width));
    }
  }
}
