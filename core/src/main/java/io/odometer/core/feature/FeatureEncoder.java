// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.List;

/** Makes the features of one column. Immutable; encoding allocates nothing. */
interface FeatureEncoder {
  List<String> names(Schema schema);

  void encode(Row row, float[] features, int offset);
}
