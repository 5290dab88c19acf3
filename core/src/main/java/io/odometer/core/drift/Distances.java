// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import org.jspecify.annotations.Nullable;

/**
 * How far a feature is from its baseline.
 *
 * @param method what is held against the threshold: {@code Simple}, {@code Robust} or {@code
 *     ChiSquared}
 * @param simple the largest difference of the cumulative shares, or for categories of the shares
 * @param robust what of it cannot be sampling noise
 * @param distance by the method; for ChiSquared 1 - p
 * @param threshold what the distance must not exceed
 * @param pValue how likely chance makes such a difference: Kolmogorov and Smirnov's, or for
 *     categories the chi-squared test's; NaN where it says nothing
 * @param psi population stability index
 * @param wasserstein the mean way that the feature's values went, in its own unit; null for
 *     categories
 * @param drifted whether the distance exceeds the threshold, beyond chance
 */
public record Distances(
    String method,
    double simple,
    double robust,
    double distance,
    double threshold,
    double pValue,
    double psi,
    @Nullable Double wasserstein,
    boolean drifted) {

  Distances with(double pValue, double psi, @Nullable Double wasserstein) {
    return new Distances(
        method, simple, robust, distance, threshold, pValue, psi, wasserstein, drifted);
  }

  /** Judged by the test: chance must be less likely than the level. */
  Distances tested(double level) {
    boolean unlikely = pValue < level;
    return new Distances(
        "ChiSquared", simple, robust, 1 - pValue, 1 - level, pValue, psi, wasserstein, unlikely);
  }
}
