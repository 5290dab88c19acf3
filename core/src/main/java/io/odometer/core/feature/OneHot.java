// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.TextValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One feature for each name, one for all rare names together, one for missing.
 *
 * @param rare names of training rows that have no feature of their own
 * @param other whether rare names, and names never seen, have a feature together; without one they
 *     have none
 * @param missing whether missing has a feature
 */
record OneHot(int column, Dictionary categories, Dictionary rare, boolean other, boolean missing)
    implements FeatureEncoder {
  @Override
  public List<String> names(Schema schema) {
    String prefix = FeatureNames.column(schema, column) + "=";
    List<String> names = new ArrayList<>();
    categories.names().forEach(name -> names.add(prefix + name));
    if (other) {
      names.add(prefix + "(other)");
    }
    if (missing) {
      names.add(prefix + "(missing)");
    }
    return names;
  }

  @Override
  public void encode(Row row, float[] features, int offset) {
    int width = categories.size() + (other ? 1 : 0) + (missing ? 1 : 0);
    for (int i = 0; i < width; i++) {
      features[offset + i] = 0;
    }
    int place = place(row.text(column), width);
    if (place >= 0) {
      features[offset + place] = 1;
    }
  }

  private int place(@Nullable TextValue value, int width) {
    if (value == null) {
      return missing ? width - 1 : -1;
    }
    int place = categories.indexOf(value.whole());
    return place < 0 && other ? categories.size() : place;
  }

  @Override
  public boolean unseen(Row row) {
    TextValue value = row.text(column);
    return value != null
        && categories.indexOf(value.whole()) < 0
        && rare.indexOf(value.whole()) < 0;
  }
}
