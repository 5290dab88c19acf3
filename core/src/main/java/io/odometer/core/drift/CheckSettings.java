// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for one feature after defaults, the file's settings and the feature's own. */
record CheckSettings(
    boolean evaluated,
    double datatypeThreshold,
    double domainThreshold,
    boolean compared,
    ComparisonMethod method,
    double threshold,
    CategoricalMethod categoricalMethod,
    double categoricalThreshold) {

  /** Small enough to see what matters, large enough to let single odd values pass. */
  static final double SHARE = 0.99;

  static final double DISTANCE = 0.1;

  static CheckSettings of(@Nullable MonitoringConfig all, FeatureConstraints feature) {
    Layers layers = new Layers(all, feature);
    double threshold = layers.comparison(DistributionConstraints::comparisonThreshold, DISTANCE);
    return new CheckSettings(
        layers.setting(MonitoringConfig::evaluateConstraints, Switch.ENABLED) == Switch.ENABLED,
        layers.setting(MonitoringConfig::datatypeCheckThreshold, SHARE),
        layers.setting(MonitoringConfig::domainContentThreshold, SHARE),
        layers.comparison(DistributionConstraints::performComparison, Switch.ENABLED)
            == Switch.ENABLED,
        layers.comparison(DistributionConstraints::comparisonMethod, ComparisonMethod.SIMPLE),
        threshold,
        layers.comparison(
            DistributionConstraints::categoricalDriftMethod, CategoricalMethod.L_INFINITY),
        layers.comparison(DistributionConstraints::categoricalComparisonThreshold, threshold));
  }

  /** Settings one above the other; the last that says something holds. */
  private record Layers(@Nullable MonitoringConfig all, FeatureConstraints feature) {
    <T> T setting(Function<MonitoringConfig, @Nullable T> getter, T otherwise) {
      return Stream.concat(Stream.ofNullable(all), feature.overrides().stream())
          .map(getter)
          .filter(Objects::nonNull)
          .reduce(otherwise, (lower, upper) -> upper);
    }

    <T> T comparison(Function<DistributionConstraints, @Nullable T> getter, T otherwise) {
      return setting(config -> getter.apply(config.distributions()), otherwise);
    }
  }
}
