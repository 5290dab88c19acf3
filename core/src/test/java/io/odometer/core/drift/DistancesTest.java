// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.profile.NumberDistribution;
import io.odometer.core.project.AlarmRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistancesTest {
  private static NumberDistribution numbers(double... values) {
    return NumberDistribution.of(List.of(Arrays.stream(values).boxed().toList()));
  }

  @Test
  void tied_values_are_one_step() {
    NumberDistances distances = NumberDistances.of(numbers(0, 0, 0, 1), numbers(1, 0, 1, 1));
    assertEquals(0.5, distances.supremum(), 1e-12);
    assertEquals(0.5, distances.wasserstein(), 1e-12);
  }

  @Test
  void distances_of_samples_that_do_not_overlap() {
    NumberDistances distances = NumberDistances.of(numbers(1, 2), numbers(11, 12, 11, 12));
    assertEquals(1, distances.supremum());
    assertEquals(10, distances.wasserstein(), 1e-12);
    assertEquals(distances, NumberDistances.of(numbers(11, 12, 11, 12), numbers(1, 2)));
    assertEquals(0, NumberDistances.of(numbers(1, 2), numbers(2, 1)).supremum());
  }

  @Test
  void the_allowance_is_sagemakers_or_more() {
    assertEquals(0.0986, Noise.allowance(1_000, 500, 0.05), 1e-4);
    assertTrue(Noise.allowance(1_000, 500, 1e-4) > 0.12);
    assertEquals(0.05, Noise.pValue(1.358 * Math.sqrt(2.0 / 1_000), 1_000, 1_000), 5e-4);
  }

  @Test
  void shares_are_judged_exactly() {
    assertEquals(11.0 / 1024, new Share(1, 10).chance(0.5), 1e-12);
    assertEquals(0, new Share(9, 10).chance(1.0));
    assertEquals(1, new Share(10, 10).chance(0.5));
    // Lady tasting tea: all four misses in one sample of four, none in the other.
    assertEquals(1.0 / 70, new Share(0, 4).chance(new Share(4, 4)), 1e-12);
  }

  @Test
  void an_alarm_needs_enough_windows() {
    Violation violation = Violation.ofFeature("size", CheckType.COMPLETENESS, "");
    Set<Windows.Finding> failed = Set.of(Windows.Finding.of(violation));
    Windows windows = new Windows(new AlarmRule(2, 3));
    assertEquals(
        List.of(), windows.alarms(List.of(violation), List.of(Set.of(), Set.of(), failed)));
    assertEquals(List.of(violation), windows.alarms(List.of(violation), List.of(Set.of(), failed)));
    assertEquals(List.of(), windows.alarms(List.of(), List.of(failed, failed)));
  }
}
