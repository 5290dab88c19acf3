// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.CategoryCount;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.profile.ProfiledColumn.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constraints that traffic like the baseline's breaks hardly ever. Shares are asked for one
 * percentage point below what was observed, since one in a hundred is nothing that somebody gets up
 * for. Values are listed only where the baseline has probably seen them all: at most 120, of which
 * no more than a tenth came just once (Deequ's rule).
 */
final class Suggestion {
  private static final double ROOM = 0.01;
  private static final int MOST_VALUES = 120;
  private static final double MOST_SINGLE = 0.1;

  private Suggestion() {}

  static Constraints of(DatasetStatistics baseline) {
    List<FeatureConstraints> features =
        baseline.features().stream().map(feature -> of(feature, baseline.rows())).toList();
    DistributionConstraints distributions =
        new DistributionConstraints(
            Switch.ENABLED,
            CheckSettings.DISTANCE,
            ComparisonMethod.SIMPLE,
            CheckSettings.DISTANCE,
            CategoricalMethod.L_INFINITY);
    MonitoringConfig config =
        new MonitoringConfig(
            Switch.ENABLED,
            Switch.ENABLED,
            CheckSettings.SHARE,
            CheckSettings.SHARE,
            distributions);
    return new Constraints(0, features, config);
  }

  private static FeatureConstraints of(FeatureStatistics feature, long rows) {
    double complete = rows == 0 ? 0 : 1 - (double) feature.missing() / rows;
    return new FeatureConstraints(
        feature.name(),
        feature.inferredType(),
        withRoom(complete),
        numbers(feature),
        names(feature),
        overrides(feature));
  }

  private static @Nullable NumConstraints numbers(FeatureStatistics feature) {
    return feature.kind() == Kind.NUMBER && feature.present() > 0
        ? new NumConstraints(feature.negative() == 0)
        : null;
  }

  private static @Nullable StringConstraints names(FeatureStatistics feature) {
    return feature.kind() == Kind.CATEGORY && isClosed(feature)
        ? new StringConstraints(
            feature.categories().stream().map(CategoryCount::value).toList(), null)
        : null;
  }

  private static boolean isClosed(FeatureStatistics feature) {
    List<CategoryCount> values = feature.categories();
    long single = values.stream().filter(value -> value.count() == 1).count();
    return !values.isEmpty()
        && feature.distinct() <= MOST_VALUES
        && single <= MOST_SINGLE * values.size();
  }

  /** Where the baseline itself has too many unreadable values for the common rule. */
  private static @Nullable MonitoringConfig overrides(FeatureStatistics feature) {
    double readable = withRoom(DataTypes.share(feature, feature.inferredType()).value());
    return readable < CheckSettings.SHARE ? MonitoringConfig.datatype(readable) : null;
  }

  private static double withRoom(double share) {
    return Math.max(0, Math.floor((share - ROOM) * 1e4 + 1e-6) / 1e4);
  }
}
