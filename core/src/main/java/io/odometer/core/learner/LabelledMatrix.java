// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.learner;

/** Encoded rows and the label of each. */
public record LabelledMatrix(FeatureMatrix features, double[] labels) {
  public LabelledMatrix {
    if (features.rows() != labels.length) {
      throw new IllegalArgumentException(
          "%d rows with %d labels".formatted(features.rows(), labels.length));
    }
  }
}
