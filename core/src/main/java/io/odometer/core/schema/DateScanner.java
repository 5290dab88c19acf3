// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.table.Cells;

/**
 * Reads days and instants as seconds since 1970 in UTC: ISO-8601, {@code 2020/3/4}, {@code
 * 04.03.2020}, {@code 3/4/2020}, {@code 4 Mar 2020}, {@code March 4, 2020}, {@code Mar-2020}, each
 * with a time of day or none. Allocates nothing. For one thread at a time.
 */
final class DateScanner {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int DAY = 86_400;

  private String text = "";
  private int position;
  private int first;
  private int second;
  private boolean numeric;

  /** Seconds since 1970, or NaN if the cell is no date. */
  double read(String cell, boolean dayFirst) {
    text = cell;
    position = 0;
    numeric = false;
    skipBlanks();
    double day = day(dayFirst);
    if (Double.isNaN(day)) {
      return Double.NaN;
    }
    double time = timeOfDay();
    skipBlanks();
    return position == text.length() ? day * DAY + time : Double.NaN;
  }

  /** Whether the last cell can only have had its day before its month. */
  boolean sawDayFirst() {
    return numeric && first > 12;
  }

  /** Whether the last cell can only have had its month before its day. */
  boolean sawMonthFirst() {
    return numeric && second > 12;
  }

  private double day(boolean dayFirst) {
    int start = position;
    int number = integer();
    int digits = position - start;
    if (digits == 4) {
      return yearFirst(number);
    }
    if (digits == 0) {
      return monthNameFirst();
    }
    return digits > 2 ? Double.NaN : dayOrMonthFirst(number, dayFirst);
  }

  private double yearFirst(int year) {
    char separator = separator();
    int month = separator == 0 ? -1 : month();
    if (month < 1) {
      return Double.NaN;
    }
    if (!accept(separator)) {
      return days(year, month, 1);
    }
    int start = position;
    int day = integer();
    return position - start > 2 ? Double.NaN : days(year, month, day);
  }

  private double dayOrMonthFirst(int number, boolean dayFirst) {
    char separator = separator();
    if (separator == 0) {
      return Double.NaN;
    }
    int start = position;
    if (startsLetter()) {
      int month = month();
      boolean separated = accept(separator) || accept(',') || accept(' ');
      return separated ? days(year(), month, number) : Double.NaN;
    }
    int other = integer();
    if (separator == ' ' || position - start > 2 || position == start || !accept(separator)) {
      return Double.NaN;
    }
    first = number;
    second = other;
    numeric = separator != '.';
    boolean swap = second > 12 || (!dayFirst && separator != '.' && first <= 12);
    return swap ? days(year(), first, second) : days(year(), second, first);
  }

  private double monthNameFirst() {
    int month = startsLetter() ? month() : -1;
    if (month < 1 || separator() == 0) {
      return Double.NaN;
    }
    skipBlanks();
    int start = position;
    int number = integer();
    if (position - start == 4) {
      return days(number, month, 1);
    }
    accept(',');
    skipBlanks();
    return position - start == 0 ? Double.NaN : days(year(), month, number);
  }

  /** Four digits, or two for 1969 to 2068. */
  private int year() {
    skipBlanks();
    int start = position;
    int number = integer();
    int digits = position - start;
    if (digits == 2) {
      return number < 69 ? 2000 + number : 1900 + number;
    }
    return digits == 4 ? number : -1;
  }

  private int month() {
    if (!startsLetter()) {
      int start = position;
      int number = integer();
      return position - start > 2 ? -1 : number;
    }
    int start = position;
    while (startsLetter()) {
      position++;
    }
    for (int month = 0; month < 12; month++) {
      if (position - start >= 3 && text.regionMatches(true, start, MONTHS, month * 3, 3)) {
        return position - start == 3 || position - start <= 9 ? month + 1 : -1;
      }
    }
    return -1;
  }

  private double timeOfDay() {
    if (!accept('T') && !accept(' ')) {
      return 0;
    }
    skipBlanks();
    if (position == text.length()) {
      return 0;
    }
    int hour = integer();
    int minute = accept(':') ? integer() : -1;
    int second = accept(':') ? integer() : 0;
    if (accept('.') || accept(',')) {
      integer();
    }
    hour = halfDay(hour);
    boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second <= 60;
    return valid ? hour * 3600 + minute * 60 + second - offset() : Double.NaN;
  }

  private int halfDay(int hour) {
    skipBlanks();
    boolean afternoon = text.regionMatches(true, position, "pm", 0, 2);
    if (!afternoon && !text.regionMatches(true, position, "am", 0, 2)) {
      return hour;
    }
    position += 2;
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private int offset() {
    if (accept('Z') || position == text.length()) {
      return 0;
    }
    int sign = accept('+') ? 1 : accept('-') ? -1 : 0;
    if (sign == 0) {
      return 0;
    }
    int start = position;
    int number = integer();
    if (position - start == 4) {
      return sign * (number / 100 * 3600 + number % 100 * 60);
    }
    return sign * (number * 3600 + (accept(':') ? integer() * 60 : 0));
  }

  private char separator() {
    char character = position < text.length() ? text.charAt(position) : 0;
    if (character == '-' || character == '/' || character == '.' || character == ' ') {
      position++;
      return character;
    }
    return 0;
  }

  private boolean accept(char expected) {
    boolean there = position < text.length() && text.charAt(position) == expected;
    position += there ? 1 : 0;
    return there;
  }

  private boolean startsLetter() {
    return position < text.length() && Character.isLetter(text.charAt(position));
  }

  private int integer() {
    int number = 0;
    while (position < text.length() && NumberScanner.isDigit(text.charAt(position))) {
      number = Math.min(number * 10 + text.charAt(position) - '0', 10_000_000);
      position++;
    }
    return number;
  }

  private void skipBlanks() {
    while (position < text.length() && Cells.isBlank(text.charAt(position))) {
      position++;
    }
  }

  private static double days(int year, int month, int day) {
    boolean valid = year >= 1000 && month >= 1 && month <= 12 && day >= 1;
    return valid && day <= CalendarDays.lengthOfMonth(year, month)
        ? CalendarDays.toEpochDay(year, month, day)
        : Double.NaN;
  }
}
