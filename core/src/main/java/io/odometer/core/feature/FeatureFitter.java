// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.learner.FeatureForm;
import io.odometer.core.schema.TypedTable;

/** Fits the encoders of every column. */
final class FeatureFitter {
  private final TypedTable training;
  private final FeatureForm form;
  private final long seed;

  FeatureFitter(TypedTable training, FeatureForm form, long seed) {
    this.training = training;
    this.form = form;
    this.seed = seed;
  }

  FittedFeatures fit() {
    throw new UnsupportedOperationException("to be written for " + form + seed + training.rows());
  }
}
