// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would run, as OWASP's page on CSV injection lists it: beginning with
 * {@code = + - @}, in full width too, a tab or a line end. Numbers with a sign are no formulas.
 */
final class Formulas {
  private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]\\s?[$£€]?\\.?\\d[\\d.,' \u00a0]*([eE][+-]?\\d+)?\\s?%?");

  private Formulas() {}

  /** The text, with an apostrophe before it if it would be run. */
  static String disarmed(String text) {
    boolean runs =
        !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    return runs ? "'" + text : text;
  }
}
