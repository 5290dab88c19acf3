// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.odometer.core.project.Range;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent for a column.
 *
 * @param range seen in training, numbers or dates; values beyond it are taken too
 * @param categories the most frequent ones seen in training; others are taken too
 * @param distinct how many different ones training saw
 * @param example a cell as the training data has it
 */
record FeatureDescription(
    String name,
    ColumnType type,
    @Nullable String unit,
    @Nullable List<Object> range,
    @Nullable List<String> categories,
    @Nullable Long distinct,
    @Nullable String example) {
  private static final int SHOWN = 50;

  static FeatureDescription of(Column column) {
    boolean names = column.type() == ColumnType.CATEGORY || column.type() == ColumnType.TEXT;
    return new FeatureDescription(
        column.name(),
        column.type(),
        column.unit(),
        names ? null : range(column),
        names ? column.categories().stream().limit(SHOWN).toList() : null,
        names ? (Long) column.distinct() : null,
        column.example());
  }

  private static @Nullable List<Object> range(Column column) {
    Range range = column.range();
    if (range == null) {
      return null;
    }
    return column.type() == ColumnType.DATE
        ? List.of(date(range.least()), date(range.most()))
        : List.of(range.least(), range.most());
  }

  private static String date(double seconds) {
    return Instant.ofEpochSecond((long) seconds).toString();
  }
}
