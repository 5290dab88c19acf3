// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a column when the world changes.
 *
 * @param factor by which its numbers grow; null if they do not
 * @param value that its cells become; null if they do not
 * @param share of the rows
 */
public record Shift(String column, @Nullable Double factor, @Nullable String value, double share) {
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9.]");

  public Shift {
    if ((factor == null) == (value == null)) {
      throw new IllegalArgumentException("a shift of " + column + " has a factor or a value");
    }
  }

  /** Changes the row, or does not, as chance wants. */
  void apply(SequencedMap<String, String> row, RandomGenerator random) {
    String cell = row.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("there is no column " + column + " to shift");
    }
    if (random.nextDouble() < share) {
      row.put(column, value == null ? grown(cell) : value);
    }
  }

  private String grown(String cell) {
    String digits = NO_DIGIT.matcher(cell).replaceAll("");
    return digits.isEmpty() || factor == null
        ? cell
        : String.valueOf(Math.round(Double.parseDouble(digits) * factor));
  }
}
