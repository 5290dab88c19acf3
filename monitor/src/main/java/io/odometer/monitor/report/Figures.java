// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Figures {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH);

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

  private Figures() {}

  /** {@code 1,234,567}. */
  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** {@code 1 row}, {@code 2 rows}. */
  static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** Four digits that matter: {@code 41,230}, {@code 0.0123}, {@code 1.235e9}. */
  static String number(double number) {
    if (!Double.isFinite(number)) {
      return "–";
    }
    if (number == 0) {
      return "0";
    }
    double size = Math.abs(number);
    if (size >= 1e9 || size < 1e-4) {
      return String.format(Locale.ENGLISH, "%.3g", number);
    }
    if (size >= 1000) {
      return String.format(Locale.ENGLISH, "%,.0f", number);
    }
    return new BigDecimal(number)
        .round(new MathContext(4, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Three digits at most, for an axis: {@code 41.2k}. */
  static String tick(double number) {
    double size = Math.abs(number);
    if (size >= 1e12 || (size < 1e-3 && size > 0)) {
      return String.format(Locale.ENGLISH, "%.1g", number);
    }
    if (size >= 1e9) {
      return short3(number / 1e9) + "G";
    }
    if (size >= 1e6) {
      return short3(number / 1e6) + "M";
    }
    return size >= 10_000 ? short3(number / 1e3) + "k" : short3(number);
  }

  private static String short3(double number) {
    int digits = Math.abs(number) >= 1000 ? 4 : 3;
    return new BigDecimal(number)
        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** {@code 8.2 %}; what is nearly all or nearly nothing is not rounded to it. */
  static String share(double share) {
    if (!Double.isFinite(share)) {
      return "–";
    }
    double percent = share * 100;
    if (percent > 0 && percent < 0.1) {
      return "< 0.1 %";
    }
    if (percent > 99.9 && percent < 100) {
      return "> 99.9 %";
    }
    return new BigDecimal(percent)
            .setScale(1, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  /** {@code 4 Mar 2026, 11:00 UTC to 11:59 UTC}: the day once if it is one. */
  static String window(Instant from, Instant to, ZoneId zone) {
    boolean sameDay = LocalDate.ofInstant(from, zone).equals(LocalDate.ofInstant(to, zone));
    return sameDay
        ? DAY_AND_TIME.format(from.atZone(zone)) + " to " + CLOCK.format(to.atZone(zone))
        : time(from, zone) + " to " + time(to, zone);
  }

  /** {@code 2 d 3 h}, {@code 45 min}. */
  static String duration(Duration duration) {
    long minutes = Math.max(1, duration.toMinutes());
    if (minutes < 60) {
      return minutes + " min";
    }
    if (minutes < 24 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    long hours = minutes / 60;
    return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }
}
