// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.Arrays;
import java.util.List;

/** One feature for each of a few numbers, so that a linear model need not take them for a scale. */
record NumberOneHot(int column, int part, double[] values) implements FeatureEncoder {
  @Override
  public List<String> names(Schema schema) {
    String name = FeatureNames.part(schema, column, part);
    return Arrays.stream(values).mapToObj(value -> name + "=" + value).toList();
  }

  @Override
  public void encode(Row row, float[] features, int offset) {
    double number = row.number(column, part);
    for (int i = 0; i < values.length; i++) {
      features[offset + i] = number == values[i] ? 1 : 0;
    }
  }
}
