// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.List;

/** A number as it is, NaN when missing: for trees. */
record RawNumber(int column, int part) implements FeatureEncoder {
  @Override
  public List<String> names(Schema schema) {
    return List.of(FeatureNames.part(schema, column, part));
  }

  @Override
  public void encode(Row row, float[] features, int offset) {
    float value = (float) row.number(column, part);
    features[offset] = Float.isInfinite(value) ? Math.copySign(Float.MAX_VALUE, value) : value;
  }
}
