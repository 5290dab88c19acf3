// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.CheckType;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.RegressionMetric;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.text.Shortened;
import io.odometer.monitor.data.FeatureSummary;
import io.odometer.monitor.data.FeatureSummary.NewValue;
import io.odometer.monitor.data.FeatureSummary.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a check found as one would tell a colleague. */
final class Sentences {
  private static final int LETTERS = 40;

  private Sentences() {}

  /**
   * @param description what the check itself says, for what is not told better here
   */
  static String of(
      String check,
      String description,
      @Nullable FeatureReport feature,
      @Nullable FeatureSummary summary) {
    if (check.equals(CheckType.COMPLETENESS.json()) && feature != null) {
      return completeness(feature, description);
    }
    if (check.equals(CheckType.BASELINE_DRIFT.json()) && feature != null && summary != null) {
      return drift(feature, summary, description);
    }
    if (check.equals(CheckType.CATEGORICAL_VALUES.json())
        && summary != null
        && !summary.newValues().isEmpty()) {
      return "has new values: " + newValues(summary);
    }
    if (check.equals(CheckType.EXTRA_COLUMN.json())) {
      return "is a column that the baseline does not have";
    }
    if (check.equals(CheckType.MISSING_COLUMN.json())) {
      return "is missing: no row has this column";
    }
    return description;
  }

  /** Without the member, whose line it stands in. */
  static String metric(Alarm alarm) {
    if (alarm.distance() == null || alarm.threshold() == null) {
      return alarm.description();
    }
    String metric = alarm.feature().substring(alarm.feature().lastIndexOf('.') + 1);
    return "%s is %s (limit %s)"
        .formatted(
            metric.equals(RegressionMetric.R2.json()) ? "R²" : metric.toUpperCase(Locale.ROOT),
            Figures.number(alarm.distance()),
            Figures.number(alarm.threshold()));
  }

  private static String completeness(FeatureReport feature, String description) {
    return feature.baseline() == null || feature.current() == null
        ? description
        : "has a value in %s of the rows, at training in %s"
            .formatted(
                Figures.share(feature.current().completeness()),
                Figures.share(feature.baseline().completeness()));
  }

  private static String drift(FeatureReport feature, FeatureSummary summary, String description) {
    if (feature.distances() == null) {
      return description;
    }
    String measured =
        " (distance %s, limit %s)"
            .formatted(
                Figures.number(feature.distances().distance()),
                Figures.number(feature.distances().threshold()));
    Numbers before = summary.baseline();
    Numbers now = summary.current();
    if (before != null && now != null) {
      return numbers(before, now) + measured;
    }
    return summary.newValues().isEmpty()
        ? "has other shares of its values than at training" + measured
        : "has other shares of its values; new: " + newValues(summary) + measured;
  }

  private static String numbers(Numbers before, Numbers now) {
    if (before.median() == now.median()) {
      return "is spread otherwise around the same median of " + Figures.number(now.median());
    }
    return "is %s: the median went from %s to %s"
        .formatted(
            now.median() > before.median() ? "larger" : "smaller",
            Figures.number(before.median()),
            Figures.number(now.median()));
  }

  private static String newValues(FeatureSummary summary) {
    return summary.newValues().stream().map(Sentences::newValue).collect(Collectors.joining(", "));
  }

  private static String newValue(NewValue value) {
    return "%s (%s)".formatted(Shortened.of(value.value(), LETTERS), Figures.share(value.share()));
  }

  static String capitalized(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** {@code a, b and c}. */
  static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /** The first of many. */
  static String list(List<String> names, int most) {
    return names.size() <= most
        ? list(names)
        : String.join(", ", names.subList(0, most))
            + " and "
            + Figures.count(names.size() - (long) most, "other");
  }
}
