// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.CalendarDays;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * A date for linear models: the scaled day and, as points on a circle, the season and the weekday.
 *
 * @param season whether the months differ among training rows
 * @param weekday whether the weekdays do
 * @param indicator whether a last feature says that the date is missing
 */
record ScaledDate(int column, Scale scale, boolean season, boolean weekday, boolean indicator)
    implements FeatureEncoder {
  private static final double DAY = 86_400;

  @Override
  public List<String> names(Schema schema) {
    String name = FeatureNames.column(schema, column);
    List<String> names = new ArrayList<>(List.of(name + " day"));
    if (season) {
      names.addAll(List.of(name + " season sine", name + " season cosine"));
    }
    if (weekday) {
      names.addAll(List.of(name + " weekday sine", name + " weekday cosine"));
    }
    if (indicator) {
      names.add(name + " missing");
    }
    return names;
  }

  @Override
  public void encode(Row row, float[] features, int offset) {
    double seconds = row.number(column, 0);
    boolean missing = Double.isNaN(seconds);
    long day = (long) Math.floor((missing ? scale.fill() : seconds) / DAY);
    int next = offset;
    features[next++] = (float) scale.apply(seconds);
    if (season) {
      next = circle(features, next, CalendarDays.month(day) / 12.0);
    }
    if (weekday) {
      next = circle(features, next, CalendarDays.dayOfWeek(day) / 7.0);
    }
    if (indicator) {
      features[next] = missing ? 1 : 0;
    }
  }

  private static int circle(float[] features, int offset, double turn) {
    features[offset] = (float) Math.sin(2 * Math.PI * turn);
    features[offset + 1] = (float) Math.cos(2 * Math.PI * turn);
    return offset + 2;
  }
}
