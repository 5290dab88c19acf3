// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are told in descriptions. */
final class Texts {
  private static final int DECIMALS = 4;
  private static final double LARGE = 1e15;
  private static final double SMALL = 1e-4;

  private Texts() {}

  /** With four decimals at most. */
  static String share(double share) {
    if (!Double.isFinite(share)) {
      return Double.toString(share);
    }
    double rounded =
        BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
    return Double.toString(rounded);
  }

  static String percent(double share) {
    double percent =
        BigDecimal.valueOf(100 * share).setScale(2, RoundingMode.HALF_UP).doubleValue();
    return percent + "%";
  }

  /** With four digits. */
  static String number(double number) {
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(4, RoundingMode.HALF_UP)).stripTrailingZeros();
    double size = Math.abs(number);
    boolean plain = size == 0 || (size < LARGE && size > SMALL);
    return plain ? rounded.toPlainString() : rounded.toString();
  }
}
