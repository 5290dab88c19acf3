// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.schema.ShortestNumber;

/** A column of names. */
final class CategoryColumn extends ColumnProfile {
  private final CategoryCounts counts = new CategoryCounts();

  CategoryColumn(ProfiledColumn column) {
    super(column);
  }

  @Override
  void take(double number) {
    counts.add(ShortestNumber.of(number));
  }

  @Override
  void take(String text) {
    counts.add(text);
  }

  @Override
  long present() {
    return counts.total();
  }

  @Override
  void merge(ColumnProfile other) {
    mergeCounts(other);
    counts.merge(((CategoryColumn) other).counts);
  }

  @Override
  FeatureStatistics statistics(FeatureFacts facts) {
    return present() == 0
        ? FeatureStatistics.unknown(name(), facts)
        : FeatureStatistics.of(
            name(),
            facts.with(counts.undercount()),
            StringStatistics.of(facts.common(), counts.distinct(), counts.all()));
  }
}
