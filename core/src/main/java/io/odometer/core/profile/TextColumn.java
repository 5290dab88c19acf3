// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.schema.DistinctCounter;
import io.odometer.core.table.Hashes;
import java.util.List;

/** A column of text or dates, of which single values are not counted. */
final class TextColumn extends ColumnProfile {
  private final DistinctCounter distinct = new DistinctCounter();
  private long present;

  TextColumn(ProfiledColumn column) {
    super(column);
  }

  @Override
  void take(double number) {
    present++;
    distinct.add(Hashes.mix(Double.doubleToLongBits(number)));
  }

  @Override
  void take(String text) {
    present++;
    distinct.add(Hashes.of(text));
  }

  @Override
  long present() {
    return present;
  }

  @Override
  void merge(ColumnProfile other) {
    mergeCounts(other);
    TextColumn column = (TextColumn) other;
    present += column.present;
    distinct.merge(column.distinct);
  }

  @Override
  FeatureStatistics statistics(FeatureFacts facts) {
    return present == 0
        ? FeatureStatistics.unknown(name(), facts)
        : FeatureStatistics.of(
            name(),
            facts,
            StringStatistics.of(facts.common(), Math.min(distinct.count(), present), List.of()));
  }
}
