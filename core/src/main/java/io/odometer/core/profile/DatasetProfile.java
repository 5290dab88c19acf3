// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Statistics of rows that are told one cell at a time; less than 1 MB a column, however many rows
 * there are. Profiles of parts of a table are merged to the whole's: counts are the same then,
 * moments to the last digits, quantiles within the sketch's bound. For one thread at a time.
 */
public final class DatasetProfile {
  /** More columns than that which nobody knows are not told by name. */
  private static final int MOST_EXTRA_COLUMNS = 100;

  private final List<ColumnProfile> columns;
  private final TreeMap<String, Long> extraColumns = new TreeMap<>();
  private long rows;

  public DatasetProfile(List<ProfiledColumn> columns) {
    this.columns = columns.stream().map(ColumnProfile::of).toList();
  }

  /** The current row's cell is a number; NaN is missing, infinity unreadable. */
  public void number(int column, double value) {
    columns.get(column).number(value);
  }

  /** The current row's cell is a name, or text; unreadable where numbers are expected. */
  public void text(int column, String value) {
    columns.get(column).text(value);
  }

  /** The current row's cell is there and says nothing. */
  public void missing(int column) {
    columns.get(column).missing();
  }

  /** The current row's cell is not of the column's type. */
  public void unreadable(int column) {
    columns.get(column).unreadable();
  }

  /** The row is complete; cells that were not told are missing. */
  public void end() {
    rows++;
  }

  /** So many rows had a value in a column that nobody knows. */
  public void extraColumn(String name, long cells) {
    if (extraColumns.containsKey(name) || extraColumns.size() < MOST_EXTRA_COLUMNS) {
      extraColumns.merge(name, cells, Long::sum);
    }
  }

  /**
   * Adds the rows of the other one, which has the same columns and is left as it is.
   *
   * @throws IllegalArgumentException if the columns are others
   */
  public void merge(DatasetProfile other) {
    if (columns.size() != other.columns.size()) {
      throw new IllegalArgumentException("profiles of different tables do not go together");
    }
    for (int column = 0; column < columns.size(); column++) {
      columns.get(column).merge(other.columns.get(column));
    }
    other.extraColumns.forEach(this::extraColumn);
    rows += other.rows;
  }

  public long rows() {
    return rows;
  }

  /** A column of which no row had a cell, not even a missing one, is left out. */
  public DatasetStatistics statistics() {
    List<FeatureStatistics> features = new ArrayList<>();
    columns.stream()
        .map(column -> column.statistics(rows))
        .filter(Objects::nonNull)
        .forEach(features::add);
    return DatasetStatistics.of(rows, features, extraColumns);
  }
}
