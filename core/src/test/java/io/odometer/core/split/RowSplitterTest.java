// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.odometer.core.project.Split;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowSplitterTest {
  private final RowSplitter splitter = new RowSplitter(List.of("a", "b"), Split.DEFAULT);

  @Test
  void the_order_of_columns_new_empty_columns_and_padding_change_nothing() {
    RowSplitter other = new RowSplitter(List.of("b", "c", "a"), Split.DEFAULT);
    for (int i = 0; i < 100; i++) {
      long one = splitter.hash(new String[] {"x" + i, "y"});
      assertEquals(one, other.hash(new String[] {" y ", "n/a", "x" + i}));
    }
  }

  @Test
  void cells_that_change_places_make_another_row() {
    assertNotEquals(splitter.hash(new String[] {"x", "y"}), splitter.hash(new String[] {"y", "x"}));
  }

  @Test
  void parts_have_their_shares_and_the_seed_decides() {
    Map<Part, Integer> counts = new EnumMap<>(Part.class);
    RowSplitter reseeded = new RowSplitter(List.of("a", "b"), new Split(70, 15, 15, 43));
    int moved = 0;
    for (int i = 0; i < 20_000; i++) {
      long hash = splitter.hash(new String[] {Integer.toString(i), "y"});
      counts.merge(splitter.part(hash), 1, Integer::sum);
      moved += splitter.part(hash) == reseeded.part(hash) ? 0 : 1;
    }
    assertEquals(14_000, counts.getOrDefault(Part.TRAIN, 0), 250);
    assertEquals(3_000, counts.getOrDefault(Part.VALIDATION, 0), 200);
    assertEquals(3_000, counts.getOrDefault(Part.TEST, 0), 200);
    assertEquals(20_000 * (1 - 0.49 - 0.0225 * 2), moved, 400);
  }
}
