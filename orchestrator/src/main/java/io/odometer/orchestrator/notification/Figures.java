// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Figures {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final MathContext DIGITS = new MathContext(6);

  private Figures() {}

  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value, DIGITS).stripTrailingZeros();
    return Math.abs(value) >= 1e12 || (value != 0 && Math.abs(value) < 1e-6)
        ? rounded.toString()
        : rounded.toPlainString();
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String time(Instant time) {
    return MINUTE.format(time);
  }

  static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return number(duration.toMillis() / 1000.0) + " s";
    }
    return duration.toHours() == 0
        ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
        : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
  }
}
