// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

/**
 * How large a table may be before it is refused rather than read.
 *
 * @param columns most columns of a header
 * @param recordCharacters most characters of a record, quotes and line ends in it included
 */
public record CsvLimits(int columns, int recordCharacters) {
  public static final CsvLimits DEFAULT = new CsvLimits(2_000, 1 << 20);

  public CsvLimits {
    if (columns < 1 || recordCharacters < 1) {
      throw new IllegalArgumentException("limits of a table are at least 1");
    }
  }
}
