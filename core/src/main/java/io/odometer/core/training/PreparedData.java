// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.store.ObjectKey;
import java.util.List;

/**
 * Output of preprocess: three CSV objects of one header (target first, as text cells of the source)
 * and the frozen schema.
 *
 * @param objects whose rows were read; those that could not be used are in the warnings
 * @param warnings for people: objects left out, absurd target values, unreadable cells, dropped
 *     columns
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
