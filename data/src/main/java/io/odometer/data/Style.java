// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a cell is written.
 *
 * @param decimals of a number; 0 if not given
 * @param thousands whether thousands are set apart by commas
 * @param date the number is days since 1970-01-01 and written as an ISO date
 */
public record Style(
    @Nullable String prefix,
    @Nullable String suffix,
    @Nullable Integer decimals,
    @Nullable Boolean thousands,
    @Nullable Boolean date) {
  static final Style PLAIN = new Style(null, null, null, null, null);

  String write(Object value) {
    String body = value instanceof Double number ? number(number) : value.toString();
    return (prefix == null ? "" : prefix) + body + (suffix == null ? "" : suffix);
  }

  private String number(double value) {
    if (Boolean.TRUE.equals(date)) {
      return LocalDate.ofEpochDay((long) value).toString();
    }
    int places = decimals == null ? 0 : decimals;
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    return Boolean.TRUE.equals(thousands) ? grouped(rounded, places) : rounded.toPlainString();
  }

  private static String grouped(BigDecimal value, int places) {
    var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(places);
    return format.format(value);
  }
}
