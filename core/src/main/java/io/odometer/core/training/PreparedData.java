// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.store.ObjectKey;
import java.util.List;

/**
 * Output of preprocess: three CSV objects of one header (target first, as text cells of the source)
 * and the frozen schema.
 *
 * @param warnings for people: absurd target values, unreadable cells, dropped columns
 */
public record PreparedData(
    ObjectKey train,
    ObjectKey validation,
    ObjectKey test,
    ObjectKey schema,
    RowCounts counts,
    List<ObjectVersion> objects,
    List<String> warnings) {
  public PreparedData {
    objects = List.copyOf(objects);
    warnings = List.copyOf(warnings);
  }
}
