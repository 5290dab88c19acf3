// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

/** A trained model, immutable and safe for use by many threads. */
public interface Model {
  /** Such as {@code gbtree} or {@code linear}. */
  String kind();

  int featureCount();

  /** A new predictor with scratch space of its own. */
  Predictor predictor();
}
