// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.NumberForm;
import io.odometer.core.schema.Schema;

/** What features are called. */
final class FeatureNames {
  private FeatureNames() {}

  static String column(Schema schema, int column) {
    return schema.columns().get(column).name();
  }

  /**
   * The column's name; further numbers of a cell bear their place and unit: {@code torque 2 rpm}.
   */
  static String part(Schema schema, int column, int part) {
    String name = column(schema, column);
    NumberForm form = schema.columns().get(column).numbers();
    if (part == 0 || form == null) {
      return name;
    }
    return (name + " " + (part + 1) + " " + form.parts().get(part)).trim();
  }
}
