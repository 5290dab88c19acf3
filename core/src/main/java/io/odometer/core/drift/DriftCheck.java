// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.profile.NumberDistribution;

/** Compares a feature's values with the baseline's. */
record DriftCheck(CheckSettings settings, double level) {

  Distances numbers(FeatureStatistics baseline, FeatureStatistics current) {
    NumberDistribution before = baseline.numbers();
    NumberDistribution now = current.numbers();
    NumberDistances found = NumberDistances.of(before, now);
    double noise = Noise.allowance(baseline.present(), current.present(), level);
    double pValue = Noise.pValue(found.supremum(), baseline.present(), current.present());
    double psi = PopulationStability.of(before, now);
    return supremum(settings.threshold(), found.supremum(), noise)
        .with(pValue, psi, found.wasserstein());
  }

  Distances categories(Categories categories) {
    ChiSquared test = ChiSquared.of(categories);
    double noise = Noise.allowance(categories.baselineTotal(), categories.currentTotal(), level);
    double psi = PopulationStability.of(categories);
    Distances distances =
        supremum(settings.categoricalThreshold(), categories.supremum(), noise)
            .with(test.pValue(), psi, null);
    return switch (settings.categoricalMethod()) {
      case L_INFINITY -> distances;
      case CHI_SQUARED -> distances.tested(Math.min(settings.categoricalThreshold(), level));
    };
  }

  private Distances supremum(double threshold, double simple, double noise) {
    double robust = Math.max(0, simple - noise);
    return switch (settings.method()) {
      case SIMPLE ->
          new Distances(
              "Simple",
              simple,
              robust,
              simple,
              threshold,
              Double.NaN,
              0,
              null,
              simple > threshold && simple > noise);
      case ROBUST ->
          new Distances(
              "Robust", simple, robust, robust, threshold, Double.NaN, 0, null, robust > threshold);
    };
  }
}
