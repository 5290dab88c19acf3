// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.client;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Numbers as people read them. */
public final class Numbers {
  private Numbers() {}

  /** Whole numbers as they are, others with as many places as matter; anything else as text. */
  public static String plain(JsonNode value) {
    if (!value.isNumber() || value.isIntegralNumber()) {
      return value.asString(value.toString());
    }
    return plain(value.asDouble());
  }

  /** With as many places as matter. */
  public static String plain(double number) {
    return Math.abs(number) >= 10
        ? String.format(Locale.ROOT, "%,.1f", number)
        : String.format(Locale.ROOT, "%.4f", number);
  }
}
