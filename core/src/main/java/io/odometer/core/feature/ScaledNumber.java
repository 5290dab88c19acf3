// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * A scaled number for linear models, and a hinge {@code max(0, x - knot)} for each knot, so that a
 * linear model can follow a curve.
 *
 * @param knots on the scaled axis, rising
 * @param indicator whether a last feature says that the number is missing
 */
record ScaledNumber(int column, int part, Scale scale, double[] knots, boolean indicator)
    implements FeatureEncoder {
  @Override
  public List<String> names(Schema schema) {
    String name = FeatureNames.part(schema, column, part);
    List<String> names = new ArrayList<>(List.of(name));
    for (int i = 1; i <= knots.length; i++) {
      names.add(name + " hinge " + i);
    }
    if (indicator) {
      names.add(name + " missing");
    }
    return names;
  }

  @Override
  public void encode(Row row, float[] features, int offset) {
    double number = row.number(column, part);
    double scaled = scale.apply(number);
    features[offset] = (float) scaled;
    for (int i = 0; i < knots.length; i++) {
      features[offset + 1 + i] = (float) Math.max(0, scaled - knots[i]);
    }
    if (indicator) {
      features[offset + 1 + knots.length] = Double.isNaN(number) ? 1 : 0;
    }
  }
}
