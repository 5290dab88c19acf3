// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.profile.CategoryCount;
import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.profile.NumericalStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a feature that people look at.
 *
 * @param baseline null where it is no number
 * @param current null where it is no number
 * @param newValues names that the baseline does not have, most frequent first
 */
public record FeatureSummary(
    String name, @Nullable Numbers baseline, @Nullable Numbers current, List<NewValue> newValues) {
  private static final int MOST_VALUES = 5;

  public FeatureSummary {
    newValues = List.copyOf(newValues);
  }

  /** Of a column of numbers. */
  public record Numbers(double mean, double deviation, double least, double median, double most) {}

  /** A name and its share of the values. */
  public record NewValue(String value, double share) {}

  static FeatureSummary of(
      String name, @Nullable FeatureStatistics baseline, @Nullable FeatureStatistics current) {
    return new FeatureSummary(
        name, numbers(baseline), numbers(current), newValues(baseline, current));
  }

  private static @Nullable Numbers numbers(@Nullable FeatureStatistics feature) {
    NumericalStatistics numbers = feature == null ? null : feature.numericalStatistics();
    return feature == null || numbers == null || feature.present() == 0
        ? null
        : new Numbers(
            numbers.mean(),
            numbers.stdDev(),
            numbers.min(),
            feature.numbers().quantile(0.5),
            numbers.max());
  }

  private static List<NewValue> newValues(
      @Nullable FeatureStatistics baseline, @Nullable FeatureStatistics current) {
    if (baseline == null || current == null || baseline.categories().isEmpty()) {
      return List.of();
    }
    Set<String> known =
        baseline.categories().stream().map(CategoryCount::value).collect(Collectors.toSet());
    return current.categories().stream()
        .filter(category -> !known.contains(category.value()))
        .limit(MOST_VALUES)
        .map(
            category ->
                new NewValue(category.value(), (double) category.count() / current.present()))
        .toList();
  }
}
