// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.table.Cells;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the numbers of a cell and their units: {@code " £17,500"}, {@code 1248 CC}, {@code 190Nm@
 * 2000rpm}, {@code 12.7@ 2,700(kgm@ rpm)}. Allocates nothing but for {@link #unit} and numbers of
 * more than 18 digits. For one thread at a time.
 */
final class NumberScanner {
  static final int PARTS = 3;

  private static final int LONGEST_UNIT = 20;
  private static final Set<String> PREFIXES =
      Set.of(
          "rs", "inr", "usd", "us", "eur", "gbp", "chf", "cad", "aud", "au", "jpy", "cny", "sek",
          "nok", "dkk", "pln", "czk", "zar", "brl", "aed", "kr", "ca", "circa", "approx", "about");

  private final DigitReader digits = new DigitReader();
  private final double[] values = new double[PARTS];
  private final int[] unitStart = new int[PARTS];
  private final int[] unitEnd = new int[PARTS];
  private String text = "";
  private int count;
  private boolean negative;
  private int currencyStart;
  private int currencyEnd;

  /** Whether the cell is a number, or up to three, each with a short unit or none. */
  boolean scan(String cell, boolean decimalComma) {
    text = cell;
    count = 0;
    digits.forgetEvidence();
    int position = prefix();
    while (position >= 0 && position < text.length()) {
      position = count < PARTS ? part(position, decimalComma) : -1;
    }
    if (position < 0 || count == 0) {
      return false;
    }
    takeListedUnits();
    return true;
  }

  int count() {
    return count;
  }

  double value(int part) {
    return values[part];
  }

  String unit(int part) {
    return text.substring(unitStart[part], unitEnd[part]);
  }

  boolean unitIs(int part, String unit) {
    int length = unitEnd[part] - unitStart[part];
    return length == unit.length() && text.regionMatches(true, unitStart[part], unit, 0, length);
  }

  /** Whether the last cell can only have been written with a decimal comma. */
  boolean sawDecimalComma() {
    return digits.sawDecimalComma();
  }

  /** Whether the last cell can only have been written with a decimal point. */
  boolean sawDecimalPoint() {
    return digits.sawDecimalPoint();
  }

  /** Where the first digit stands, or -1 if something else than a sign or a currency is before. */
  private int prefix() {
    negative = false;
    currencyStart = 0;
    currencyEnd = 0;
    int i = 0;
    while (i < text.length() && !startsNumber(i)) {
      char character = text.charAt(i);
      if (Character.isLetter(character)) {
        i = currencyWord(i);
        if (i < 0) {
          return -1;
        }
      } else if (isSign(character) || isDecoration(character)) {
        negative |= isMinus(character) || character == '(';
        i++;
      } else if (Character.getType(character) == Character.CURRENCY_SYMBOL) {
        currencyStart = i;
        currencyEnd = ++i;
      } else {
        return -1;
      }
    }
    return i < text.length() ? i : -1;
  }

  private int currencyWord(int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end - start > 6
        || !PREFIXES.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
      return -1;
    }
    currencyStart = start;
    currencyEnd = end;
    boolean dotted =
        end < text.length() && text.charAt(end) == '.' && !(startsNumber(end) && end == start);
    return dotted ? end + 1 : end;
  }

  private int part(int start, boolean decimalComma) {
    int end = digits.read(text, start, decimalComma);
    if (end < 0) {
      return -1;
    }
    int next = nextNumber(end);
    values[count] = count == 0 && isNegative(end) ? -digits.value() : digits.value();
    trimUnit(end, next);
    if (count == 0 && currencyEnd > currencyStart) {
      unitStart[0] = currencyStart;
      unitEnd[0] = currencyEnd;
    }
    boolean short_ = unitEnd[count] - unitStart[count] <= LONGEST_UNIT;
    count++;
    return short_ ? next : -1;
  }

  /**
   * A bracket before the number is a minus, as book-keepers write it, if one closes right after.
   */
  private boolean isNegative(int end) {
    int bracket = text.indexOf('(');
    boolean bracketed = bracket >= 0 && bracket < end;
    return negative && (!bracketed || (end < text.length() && text.charAt(end) == ')'));
  }

  /** The next digit that does not belong to a unit as the 3 of m3 does. */
  private int nextNumber(int from) {
    int i = from;
    while (i < text.length()) {
      if (startsNumber(i) && (i == from || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
        return i;
      }
      i++;
    }
    return i;
  }

  private void trimUnit(int from, int to) {
    int start = from;
    while (start < to && isUnitEdge(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < to && "@(),;".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    end = trimEnd(start, end);
    if (end - start > 3 && text.startsWith(" at", end - 3)) {
      end = trimEnd(start, end - 3);
    } else if (end - start == 2 && text.startsWith("at", start)) {
      end = start;
    }
    unitStart[count] = start;
    unitEnd[count] = end;
  }

  private int trimEnd(int start, int from) {
    int end = from;
    while (end > start && isUnitEdge(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The units of {@code 12.7@ 2,700(kgm@ rpm)} stand in brackets at the end, in order. */
  private void takeListedUnits() {
    int open = text.lastIndexOf('(');
    int at = open < 0 ? -1 : text.indexOf('@', open);
    if (count < 2 || at < 0 || unitStart[count - 1] <= open || unitEnd[0] > unitStart[0]) {
      return;
    }
    setUnit(0, open + 1, at);
    int close = text.indexOf(')', at);
    for (int part = 1; part < count; part++) {
      setUnit(part, at + 1, close < 0 ? text.length() : close);
    }
  }

  private void setUnit(int part, int from, int to) {
    int start = from;
    while (start < to && isUnitEdge(text.charAt(start))) {
      start++;
    }
    unitStart[part] = start;
    unitEnd[part] = trimEnd(start, to);
  }

  private boolean startsNumber(int i) {
    char character = text.charAt(i);
    return isDigit(character)
        || (character == '.' && i + 1 < text.length() && isDigit(text.charAt(i + 1)));
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isSign(char character) {
    return character == '+' || isMinus(character);
  }

  private static boolean isMinus(char character) {
    return character == '-' || character == '\u2212';
  }

  private static boolean isDecoration(char character) {
    return Cells.isBlank(character) || "(~<>=\u2248'".indexOf(character) >= 0;
  }

  private static boolean isUnitEdge(char character) {
    return Cells.isBlank(character) || "@()-\u2013,;:~=+.".indexOf(character) >= 0;
  }
}
