// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.drift.Constraints;
import io.odometer.core.drift.FeatureConstraints;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.DatasetStatistics.Dataset;
import io.odometer.core.profile.FeatureStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is held against what: predictions first, as SageMaker has them, then features. All in one,
 * so that the rate of false alarms is shared by all.
 */
record Comparison(DatasetStatistics baseline, Constraints constraints, DatasetStatistics current) {

  /** With a member's predictions, unless a feature bears their name. */
  Comparison with(FeatureStatistics baselineOf, FeatureStatistics currentOf) {
    if (constraints.feature(baselineOf.name()).isPresent()) {
      return this;
    }
    Constraints suggested = Constraints.suggest(with(dataset(baselineOf), List.of(), baselineOf));
    List<FeatureConstraints> features = new ArrayList<>(suggested.features());
    features.addAll(constraints.features());
    return new Comparison(
        with(baseline.dataset(), baseline.features(), baselineOf),
        new Constraints(constraints.version(), features, constraints.monitoringConfig()),
        new DatasetStatistics(
            current.version(),
            current.dataset(),
            first(currentOf, current.features()),
            current.odometer()));
  }

  Comparison with(Constraints others) {
    return new Comparison(baseline, others, current);
  }

  private static Dataset dataset(FeatureStatistics feature) {
    return new Dataset(feature.present() + feature.missing() + feature.unreadable());
  }

  private static DatasetStatistics with(
      Dataset dataset, List<FeatureStatistics> features, FeatureStatistics one) {
    return new DatasetStatistics(0, dataset, first(one, features), null);
  }

  private static List<FeatureStatistics> first(
      FeatureStatistics one, List<FeatureStatistics> others) {
    return Stream.concat(Stream.of(one), others.stream()).toList();
  }
}
