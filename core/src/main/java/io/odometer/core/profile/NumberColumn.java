// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

/** A column of numbers. */
final class NumberColumn extends ColumnProfile {
  private final NumberProfile numbers = new NumberProfile();

  NumberColumn(ProfiledColumn column) {
    super(column);
  }

  @Override
  void take(double number) {
    numbers.add(number);
  }

  @Override
  void take(String text) {
    refuse();
  }

  @Override
  long present() {
    return numbers.count();
  }

  @Override
  void merge(ColumnProfile other) {
    mergeCounts(other);
    numbers.merge(((NumberColumn) other).numbers);
  }

  @Override
  FeatureStatistics statistics(FeatureFacts facts) {
    if (present() == 0) {
      return FeatureStatistics.unknown(name(), facts);
    }
    Moments moments = numbers.moments();
    FeatureFacts all = facts.with(moments.fractional(), moments.negative());
    return FeatureStatistics.of(
        name(), all, NumericalStatistics.of(facts.common(), moments, numbers.sketch()));
  }
}
