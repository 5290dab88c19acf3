// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label of ground truth.
 *
 * @param id of the row that it belongs to; null if it is joined by keys
 * @param keys of the rows that it belongs to, one for each of the project's label keys; empty if it
 *     is joined by id
 */
public record LabelRow(@Nullable String id, List<String> keys, double label) {
  public LabelRow {
    keys = List.copyOf(keys);
    if ((id == null) == keys.isEmpty()) {
      throw new IllegalArgumentException("a label is joined either by id or by keys");
    }
  }
}
