// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

/**
 * Conversions between days since 1970 and the proleptic Gregorian calendar without allocation (H.
 * Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
public final class CalendarDays {
  private static final int ERA = 146_097;
  private static final int EPOCH = 719_468;

  private CalendarDays() {}

  public static long toEpochDay(int year, int month, int day) {
    long shifted = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(shifted, 400);
    long yearOfEra = shifted - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * ERA + dayOfEra - EPOCH;
  }

  public static int year(long epochDay) {
    long dayOfEra = dayOfEra(epochDay);
    long yearOfEra = yearOfEra(dayOfEra);
    long year = yearOfEra + Math.floorDiv(epochDay + EPOCH, (long) ERA) * 400;
    return (int) (month(epochDay) <= 2 ? year + 1 : year);
  }

  /** 1 to 12. */
  public static int month(long epochDay) {
    long dayOfEra = dayOfEra(epochDay);
    long yearOfEra = yearOfEra(dayOfEra);
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long shifted = (5 * dayOfYear + 2) / 153;
    return (int) (shifted < 10 ? shifted + 3 : shifted - 9);
  }

  /** 1 for Monday to 7. */
  public static int dayOfWeek(long epochDay) {
    return (int) Math.floorMod(epochDay + 3, 7L) + 1;
  }

  static int lengthOfMonth(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static long dayOfEra(long epochDay) {
    return Math.floorMod(epochDay + EPOCH, (long) ERA);
  }

  private static long yearOfEra(long dayOfEra) {
    return (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
  }
}
