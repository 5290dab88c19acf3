// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.List;

/**
 * Turns typed rows into features, the same in training and serving. Immutable, safe for use by many
 * threads; JSON is its stored form. To be made by a fitter from training rows, a {@link
 * io.odometer.core.learner.FeatureForm} and a seed.
 */
public final class FeaturePipeline {
  /** One name a feature, such as {@code fuel=diesel} or {@code mileage}. */
  public List<String> names() {
    throw new UnsupportedOperationException("to be written");
  }

  public Schema schema() {
    throw new UnsupportedOperationException("to be written");
  }

  /** Writes one value a feature; allocates nothing. */
  public void encode(Row row, float[] features) {
    throw new UnsupportedOperationException("to be written");
  }
}
