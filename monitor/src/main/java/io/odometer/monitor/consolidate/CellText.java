// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import io.odometer.core.schema.NumberForm;
import io.odometer.core.schema.ShortestNumber;
import io.odometer.core.serving.Field;
import java.time.DateTimeException;
import java.time.Instant;

/** Values as text cells that the column reads as the same value. */
final class CellText {
  private static final int LONGEST = 10_000;

  private CellText() {}

  /** More than an endpoint takes is not kept. */
  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  static String of(Field field, double number) {
    Column facts = field.facts();
    if (facts.type() == ColumnType.DATE) {
      return date(number);
    }
    String text = ShortestNumber.of(number);
    NumberForm form = facts.numbers();
    return form != null && form.decimalComma() ? text.replace('.', ',') : text;
  }

  /** A number in a column of dates is seconds since 1970. */
  private static String date(double seconds) {
    try {
      return Instant.ofEpochSecond((long) seconds).toString();
    } catch (DateTimeException absurd) {
      return ShortestNumber.of(seconds);
    }
  }
}
