// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CategoryCountsTest {
  private final CategoryCounts counts = new CategoryCounts();

  @Test
  void counts_are_exact_and_the_most_frequent_come_first() {
    List.of("b", "a", "c", "b", "a").forEach(counts::add);
    assertEquals(
        List.of(new CategoryCount("a", 2), new CategoryCount("b", 2), new CategoryCount("c", 1)),
        counts.all());
    assertEquals(3, counts.distinct());
    assertEquals(0, counts.undercount());
  }

  @Test
  void two_thousand_values_are_still_exact() {
    for (int i = 0; i < 3 * CategoryCounts.EXACT; i++) {
      counts.add("value " + i % CategoryCounts.EXACT);
    }
    assertEquals(CategoryCounts.EXACT, counts.all().size());
    assertTrue(counts.all().stream().allMatch(value -> value.count() == 3));
  }

  @Test
  void many_values_cost_a_thousandth_at_most() {
    Map<String, Long> exact = new HashMap<>();
    Random random = new Random(1);
    CategoryCounts other = new CategoryCounts();
    for (int i = 0; i < 400_000; i++) {
      String value = "value " + (int) Math.exp(11 * random.nextDouble());
      exact.merge(value, 1L, Long::sum);
      (random.nextBoolean() ? counts : other).add(value);
    }
    counts.merge(other);
    assertEquals(400_000, counts.total());
    assertTrue(counts.undercount() > 0);
    assertTrue(counts.undercount() <= 400, counts.undercount() + " too few");
    assertTrue(counts.all().size() <= CategoryCounts.EXACT);
    for (CategoryCount found : counts.all()) {
      long is = exact.getOrDefault(found.value(), 0L);
      assertTrue(
          found.count() <= is && found.count() >= is - counts.undercount(), found + " " + is);
    }
    assertEquals(exact.size(), (double) counts.distinct(), 0.05 * exact.size());
  }

  @Test
  void endless_text_is_cut() {
    counts.add("x".repeat(1_000_000));
    assertEquals(100, counts.all().getFirst().value().length());
  }
}
