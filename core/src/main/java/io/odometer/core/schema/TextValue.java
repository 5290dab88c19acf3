// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.table.Cells;

/**
 * A name, trimmed and with single blanks, and what it begins with. The shorter forms equal the
 * whole when it has no more words.
 */
public record TextValue(String whole, String firstWord, String firstTwoWords) {
  /** A value that is not taken apart. */
  static TextValue single(String cell) {
    String whole = Cells.normalise(cell);
    return new TextValue(whole, whole, whole);
  }

  /** Words are parted by blanks and underscores. */
  static TextValue words(String cell) {
    String whole = Cells.normalise(cell);
    int first = endOfWord(whole, 0);
    int second = endOfWord(whole, first + 1);
    return new TextValue(whole, whole.substring(0, first), whole.substring(0, second));
  }

  private static int endOfWord(String text, int from) {
    int end = Math.min(from, text.length());
    while (end < text.length() && !Cells.partsWords(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
