// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.text;

/** Text that is cut where it would be too long for people. */
public final class Shortened {
  private Shortened() {}

  /**
   * The text, or its beginning and an ellipsis.
   *
   * @param most letters, the ellipsis among them; no letter is cut in two
   */
  public static String of(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
