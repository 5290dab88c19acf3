// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import java.util.Optional;

/** A trained model, immutable and safe for use by many threads. */
public interface Model {
  /** Such as {@code gbtree} or {@code linear}. */
  String kind();

  int featureCount();

  /** A new predictor with scratch space of its own. */
  Predictor predictor();

  /** The same model by the leaves that values leave open, for many rows; not all models can. */
  default Optional<LeafForest> leaves() {
    return Optional.empty();
  }
}
