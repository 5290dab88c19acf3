// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.learner;

/** What a learner wants of the feature pipeline. */
public enum FeatureForm {
  /** Raw numbers, missing as NaN, categories as few columns as possible: for trees. */
  TREE,
  /** No NaN, scaled, clipped, categories spread out: for linear models. */
  LINEAR
}
