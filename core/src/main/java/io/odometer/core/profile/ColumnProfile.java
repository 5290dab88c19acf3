// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import org.jspecify.annotations.Nullable;

/** What is known of one column's cells. For one thread at a time. */
abstract sealed class ColumnProfile permits NumberColumn, CategoryColumn, TextColumn {
  private final ProfiledColumn column;
  private long named;
  private long unreadable;

  ColumnProfile(ProfiledColumn column) {
    this.column = column;
  }

  static ColumnProfile of(ProfiledColumn column) {
    return switch (column.kind()) {
      case NUMBER -> new NumberColumn(column);
      case CATEGORY -> new CategoryColumn(column);
      case TEXT, DATE -> new TextColumn(column);
    };
  }

  /** A finite number. */
  abstract void take(double number);

  /** A value that is no number. */
  abstract void take(String text);

  /** How many cells had a value of the column's kind. */
  abstract long present();

  abstract FeatureStatistics statistics(FeatureFacts facts);

  final void number(double number) {
    named++;
    if (Double.isFinite(number)) {
      take(number);
    } else {
      unreadable += Double.isNaN(number) ? 0 : 1;
    }
  }

  final void text(String text) {
    named++;
    take(text);
  }

  final void missing() {
    named++;
  }

  final void unreadable() {
    named++;
    refuse();
  }

  final void refuse() {
    unreadable++;
  }

  final void mergeCounts(ColumnProfile other) {
    if (!column.equals(other.column)) {
      throw new IllegalArgumentException(
          "profiles of %s and %s do not go together".formatted(column, other.column));
    }
    named += other.named;
    unreadable += other.unreadable;
  }

  abstract void merge(ColumnProfile other);

  final String name() {
    return column.name();
  }

  /** The column's statistics; null if there were rows and none had such a column. */
  final @Nullable FeatureStatistics statistics(long rows) {
    if (rows > 0 && named == 0) {
      return null;
    }
    long missing = rows - present() - unreadable;
    return statistics(FeatureFacts.of(column.kind(), present(), missing, unreadable));
  }
}
