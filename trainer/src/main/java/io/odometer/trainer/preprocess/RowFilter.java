// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.project.Range;
import io.odometer.core.schema.LabelReader;
import io.odometer.core.schema.SchemaInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells rows outside a project's ranges. A cell that is missing is outside of none. */
final class RowFilter {
  private record Condition(int place, LabelReader reader, Range range) {}

  private final List<Condition> conditions = new ArrayList<>();

  /**
   * @param sample knows how numbers are written
   */
  RowFilter(Map<String, Range> ranges, UnionColumns columns, SchemaInference sample) {
    ranges.forEach(
        (name, range) -> {
          int place = columns.names().indexOf(name);
          if (place >= 0) {
            conditions.add(new Condition(place, new LabelReader(sample.number(name)), range));
          }
        });
  }

  boolean accepts(String[] cells) {
    for (Condition condition : conditions) {
      double value = condition.reader().read(cells[condition.place()]);
      if (!Double.isNaN(value) && !condition.range().contains(value)) {
        return false;
      }
    }
    return true;
  }
}
