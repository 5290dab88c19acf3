// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.learner.FeatureMatrix;

/**
 * A pipeline and the rows that it was fitted on, encoded for training.
 *
 * @param training differs from {@link FeaturePipeline#encode} of the same rows where a feature is
 *     made from labels: there each row is encoded as if its own label were unknown
 */
public record FittedFeatures(FeaturePipeline pipeline, FeatureMatrix training) {}
