// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.CalendarDays;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Year, month, day of the week, days before the latest training row and, where there are times of
 * day, the hour; NaN when missing: for trees.
 *
 * @param latest seconds since 1970
 */
record DateParts(int column, double latest, boolean hour) implements FeatureEncoder {
  private static final double DAY = 86_400;

  @Override
  public List<String> names(Schema schema) {
    String name = FeatureNames.column(schema, column);
    List<String> names =
        new ArrayList<>(
            List.of(name + " year", name + " month", name + " weekday", name + " age in days"));
    if (hour) {
      names.add(name + " hour");
    }
    return names;
  }

  @Override
  public void encode(Row row, float[] features, int offset) {
    double seconds = row.number(column, 0);
    boolean missing = Double.isNaN(seconds);
    long day = (long) Math.floor(seconds / DAY);
    features[offset] = missing ? Float.NaN : CalendarDays.year(day);
    features[offset + 1] = missing ? Float.NaN : CalendarDays.month(day);
    features[offset + 2] = missing ? Float.NaN : CalendarDays.dayOfWeek(day);
    features[offset + 3] = (float) ((latest - seconds) / DAY);
    if (hour) {
      features[offset + 4] = (float) ((seconds - day * DAY) / 3600);
    }
  }
}
