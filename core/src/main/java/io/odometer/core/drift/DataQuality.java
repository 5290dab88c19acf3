// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.profile.ProfiledColumn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks a sample of data against constraints and its baseline. The same statistics give the same
 * verdict. The false-alarm rate of {@link Sensitivity} is shared out evenly among all checks of all
 * features (Bonferroni), so that it holds for the whole sample.
 */
public final class DataQuality {
  private final DatasetStatistics baseline;
  private final Constraints constraints;
  private final DatasetStatistics current;
  private final boolean speaks;
  private final double level;
  private final List<FeatureReport> reports = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();

  private DataQuality(
      DatasetStatistics baseline,
      Constraints constraints,
      DatasetStatistics current,
      Sensitivity sensitivity) {
    this.baseline = baseline;
    this.constraints = constraints;
    this.current = current;
    this.speaks = current.rows() >= sensitivity.minimumRows();
    this.level = sensitivity.level(checks());
  }

  public static DataQualityReport check(
      DatasetStatistics baseline,
      Constraints constraints,
      DatasetStatistics current,
      Sensitivity sensitivity) {
    return new DataQuality(baseline, constraints, current, sensitivity).report();
  }

  /** How many decisions are made by chance: of each feature its completeness, values and drift. */
  private long checks() {
    long checks = extraColumns().size();
    for (FeatureConstraints feature : constraints.features()) {
      checks += feature.inferredType() == null ? 1 : 2;
      checks += feature.domains() != null || feature.requiresNonNegative() ? 1 : 0;
      checks += constraints.settings(feature).compared() ? 1 : 0;
    }
    return checks;
  }

  private DataQualityReport report() {
    constraints.features().forEach(this::check);
    extraColumns().forEach(this::checkExtra);
    return new DataQualityReport(current.rows(), speaks, reports, speaks ? violations : List.of());
  }

  private void check(FeatureConstraints feature) {
    @Nullable FeatureStatistics before = baseline.feature(feature.name()).orElse(null);
    @Nullable FeatureStatistics now = current.feature(feature.name()).orElse(null);
    Comparison comparison = compare(feature, before, now);
    reports.add(comparison.report(feature, speaks, before, now));
    if (now != null) {
      violations.addAll(
          new FeatureCheck(feature, constraints.settings(feature), before, now, level)
              .violations(comparison.distances()));
    } else if (constraints.settings(feature).evaluated()) {
      violations.add(
          Violation.ofFeature(
              feature.name(),
              CheckType.MISSING_COLUMN,
              "Column %s of the baseline is missing".formatted(feature.name())));
    }
  }

  private Comparison compare(
      FeatureConstraints feature,
      @Nullable FeatureStatistics before,
      @Nullable FeatureStatistics now) {
    CheckSettings settings = constraints.settings(feature);
    if (!settings.compared()
        || before == null
        || now == null
        || before.kind() != now.kind()
        || before.present() == 0
        || now.present() == 0) {
      return Comparison.NONE;
    }
    return compare(new DriftCheck(settings, level), before, now);
  }

  private static Comparison compare(
      DriftCheck check, FeatureStatistics before, FeatureStatistics now) {
    return switch (now.kind()) {
      case NUMBER -> new Comparison(check.numbers(before, now), Histograms.numbers(before, now));
      case CATEGORY -> {
        Categories categories = Categories.of(before, now);
        yield new Comparison(check.categories(categories), Histograms.categories(categories));
      }
      case TEXT, DATE -> Comparison.NONE;
    };
  }

  /** Distances and a picture, or neither. */
  private record Comparison(@Nullable Distances distances, @Nullable Histogram histogram) {
    static final Comparison NONE = new Comparison(null, null);

    FeatureReport report(
        FeatureConstraints feature,
        boolean speaks,
        @Nullable FeatureStatistics before,
        @Nullable FeatureStatistics now) {
      Kind kind = before != null ? before.kind() : now != null ? now.kind() : null;
      return new FeatureReport(
          feature.name(),
          feature.inferredType(),
          kind,
          speaks,
          before == null ? null : FeatureReport.Counts.of(before),
          now == null ? null : FeatureReport.Counts.of(now),
          distances,
          histogram);
    }
  }

  private Map<String, Long> extraColumns() {
    Map<String, Long> extra = new TreeMap<>(current.extraColumns());
    current.features().stream()
        .filter(feature -> constraints.feature(feature.name()).isEmpty())
        .forEach(feature -> extra.put(feature.name(), feature.present() + feature.unreadable()));
    return extra;
  }

  /** A column that one row in a hundred has at most is somebody's experiment. */
  private void checkExtra(String name, long cells) {
    long without = Math.max(0, current.rows() - cells);
    if (new ShareCheck(level).isBroken(new Share(without, current.rows()), CheckSettings.SHARE)) {
      violations.add(
          Violation.ofFeature(
              name,
              CheckType.EXTRA_COLUMN,
              "Column %s is not in the baseline: %d of %d rows have a value"
                  .formatted(name, cells, current.rows())));
    }
  }
}
