// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.TextValue;
import java.util.List;
import java.util.Map;

/** How many training rows had the name; 0 for one never seen, NaN for missing. */
record Frequency(int column, Map<String, Integer> counts) implements FeatureEncoder {
  private static final Integer NONE = 0;

  Frequency {
    counts = Map.copyOf(counts);
  }

  @Override
  public List<String> names(Schema schema) {
    return List.of(FeatureNames.column(schema, column) + " frequency");
  }

  @Override
  public void encode(Row row, float[] features, int offset) {
    TextValue value = row.text(column);
    features[offset] = value == null ? Float.NaN : counts.getOrDefault(value.whole(), NONE);
  }
}
