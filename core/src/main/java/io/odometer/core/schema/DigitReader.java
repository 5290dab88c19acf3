// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import java.math.BigDecimal;

/**
 * Reads one unsigned number with its grouping and decimal separators and exponent. Remembers which
 * of the two decimal signs it has seen beyond doubt. For one thread at a time.
 */
final class DigitReader {
  private static final int MOST_DIGITS = 18;
  private static final long EXACT = 1L << 53;
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private String text = "";
  private int start;
  private int end;
  private int commas;
  private int points;
  private int lastComma;
  private int lastPoint;
  private double value;
  private boolean decimalComma;
  private boolean decimalPoint;

  void forgetEvidence() {
    decimalComma = false;
    decimalPoint = false;
  }

  boolean sawDecimalComma() {
    return decimalComma;
  }

  boolean sawDecimalPoint() {
    return decimalPoint;
  }

  double value() {
    return value;
  }

  /** Where the number that starts here ends, or -1 if it is none. */
  int read(String source, int from, boolean comma) {
    text = source;
    start = from;
    findEnd();
    int separator = decimalSeparator(comma);
    if (separator < -1) {
      return -1;
    }
    int afterExponent = exponentEnd();
    evaluate(separator, afterExponent == end ? 0 : exponent(afterExponent));
    return Double.isFinite(value) ? afterExponent : -1;
  }

  private void findEnd() {
    commas = 0;
    points = 0;
    int i = start;
    while (i < text.length() && (digit(i) || (isSeparator(text.charAt(i)) && digit(i + 1)))) {
      if (text.charAt(i) == ',') {
        commas++;
        lastComma = i;
      } else if (text.charAt(i) == '.') {
        points++;
        lastPoint = i;
      }
      i++;
    }
    end = i;
  }

  /** The index of the decimal separator, -1 for none, -2 if this is no number. */
  private int decimalSeparator(boolean comma) {
    if (commas > 0 && points > 0) {
      return lastPoint > lastComma ? pointAfterCommas() : commaAfterPoints();
    }
    if (commas > 0) {
      return onlyCommas(comma);
    }
    return points > 0 ? onlyPoints(comma) : -1;
  }

  private int pointAfterCommas() {
    if (points > 1 || !grouped(',', lastPoint)) {
      return -2;
    }
    decimalPoint = true;
    return lastPoint;
  }

  private int commaAfterPoints() {
    if (commas > 1 || !grouped('.', lastComma)) {
      return -2;
    }
    decimalComma = true;
    return lastComma;
  }

  private int onlyCommas(boolean comma) {
    boolean grouped = grouped(',', end);
    if (commas == 1 && (comma || !grouped)) {
      decimalComma |= !grouped;
      return lastComma;
    }
    decimalPoint |= grouped && commas > 1;
    return grouped ? -1 : -2;
  }

  private int onlyPoints(boolean comma) {
    boolean grouped = grouped('.', end);
    if (points == 1 && !(comma && grouped)) {
      decimalPoint |= !grouped;
      return lastPoint;
    }
    decimalComma |= grouped && points > 1;
    return grouped ? -1 : -2;
  }

  /**
   * Whether the separator cuts groups of three digits, as {@code 1,234,567} has, or of two but for
   * the last, as in {@code 12,34,567}.
   */
  private boolean grouped(char separator, int to) {
    int first = text.indexOf(separator, start);
    if (first - start > 3 || first == start || text.charAt(start) == '0') {
      return false;
    }
    int group = first + 1;
    for (int i = group; i <= to; i++) {
      if (i == to || text.charAt(i) == separator) {
        int length = i - group;
        if (length != 3 && (i == to || length != 2)) {
          return false;
        }
        group = i + 1;
      }
    }
    return true;
  }

  private int exponentEnd() {
    if (end >= text.length() || (text.charAt(end) | 0x20) != 'e') {
      return end;
    }
    int i = end + 1;
    if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int first = i;
    while (digit(i)) {
      i++;
    }
    boolean word = i < text.length() && Character.isLetter(text.charAt(i));
    return i == first || i - first > 4 || word ? end : i;
  }

  private int exponent(int exponentEnd) {
    boolean negative = text.charAt(end + 1) == '-';
    int exponent = 0;
    for (int i = end + 1; i < exponentEnd; i++) {
      exponent = digit(i) ? exponent * 10 + text.charAt(i) - '0' : exponent;
    }
    return negative ? -exponent : exponent;
  }

  private void evaluate(int separator, int exponent) {
    long mantissa = 0;
    int significant = 0;
    int decimals = 0;
    for (int i = start; i < end; i++) {
      if (digit(i)) {
        significant = mantissa == 0 && text.charAt(i) == '0' ? 0 : significant + 1;
        mantissa = significant <= MOST_DIGITS ? mantissa * 10 + text.charAt(i) - '0' : mantissa;
        decimals += separator >= 0 && i > separator ? 1 : 0;
      }
    }
    int scale = decimals - exponent;
    boolean exact = significant <= MOST_DIGITS && mantissa <= EXACT && Math.abs(scale) < 23;
    value = exact ? scaled(mantissa, scale) : slow(separator, exponent);
  }

  private static double scaled(long mantissa, int scale) {
    return scale >= 0 ? mantissa / POWERS[scale] : mantissa * POWERS[-scale];
  }

  private double slow(int separator, int exponent) {
    StringBuilder plain = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (digit(i)) {
        plain.append(text.charAt(i));
      } else if (i == separator) {
        plain.append('.');
      }
    }
    return new BigDecimal(plain.toString()).scaleByPowerOfTen(exponent).doubleValue();
  }

  private boolean digit(int i) {
    return i < text.length() && NumberScanner.isDigit(text.charAt(i));
  }

  private static boolean isSeparator(char character) {
    return character == ','
        || character == '.'
        || character == '\''
        || character == '\u00a0'
        || character == '\u202f'
        || character == '\u2009';
  }
}
