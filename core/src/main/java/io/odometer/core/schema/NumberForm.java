// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import java.util.List;

/**
 * How numbers stand in a column's cells.
 *
 * @param parts one for each number of a cell that is read ({@code 190Nm @ 2000rpm} has two): the
 *     unit most often seen there, empty for none
 * @param units the units seen with the first number, the most frequent first; more than one means
 *     that quantities are mixed
 * @param decimalComma whether {@code 1.234,5} rather than {@code 1,234.5} is written
 */
public record NumberForm(List<String> parts, List<String> units, boolean decimalComma) {
  /** Plain numbers. */
  public static final NumberForm PLAIN = new NumberForm(List.of(""), List.of(""), false);

  public NumberForm {
    parts = List.copyOf(parts);
    units = List.copyOf(units);
    if (parts.isEmpty() || parts.size() > NumberScanner.PARTS) {
      throw new IllegalArgumentException("a cell has 1 to 3 numbers, not " + parts.size());
    }
  }

  boolean mixed() {
    return units.size() > 1;
  }
}
