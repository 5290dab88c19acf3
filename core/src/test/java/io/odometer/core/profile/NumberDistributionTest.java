// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberDistributionTest {
  private final NumberDistribution numbers =
      NumberDistribution.of(List.of(List.of(3.0, 1.0, 3.0), List.of(2.0)));

  @Test
  void a_value_of_level_one_counts_twice() {
    assertEquals(5, numbers.count());
    assertEquals(3, numbers.size());
    assertEquals(0.2, numbers.share(0));
    assertEquals(0.6, numbers.share(1));
    assertEquals(1, numbers.share(2));
  }

  @Test
  void below_does_not_count_the_value_itself() {
    assertEquals(0, numbers.below(1));
    assertEquals(1, numbers.below(1.5));
    assertEquals(3, numbers.below(3));
    assertEquals(5, numbers.below(4));
  }

  @Test
  void quantiles_are_values_that_came() {
    assertEquals(1, numbers.quantile(0));
    assertEquals(1, numbers.quantile(0.2));
    assertEquals(2, numbers.quantile(0.5));
    assertEquals(3, numbers.quantile(1));
  }

  @Test
  void nothing_has_no_quantiles() {
    NumberDistribution nothing = NumberDistribution.of(List.of());
    assertEquals(0, nothing.count());
    assertEquals(0, nothing.below(1));
    assertThrows(IllegalStateException.class, () -> nothing.quantile(0.5));
  }
}
