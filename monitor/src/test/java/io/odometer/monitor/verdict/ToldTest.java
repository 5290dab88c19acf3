// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.monitoring.DriftFound.Chart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {
  private static Alarm alarm(String feature, String cell) {
    Map<String, String> row = new LinkedHashMap<>();
    IntStream.range(0, 10).forEach(column -> row.put(column + cell, cell));
    return new Alarm(
        feature,
        "baseline_drift_check",
        "went from " + cell,
        0.5,
        0.1,
        Collections.nCopies(5, row));
  }

  private static List<Alarm> told(int alarms, String cell) {
    return Told.alarms(IntStream.range(0, alarms).mapToObj(i -> alarm(i + cell, cell)).toList());
  }

  @Test
  void the_first_alarms_are_told_and_the_very_first_with_examples() {
    List<Alarm> told = told(2_000, "short");
    assertEquals(50, told.size());
    assertEquals("0short", told.getFirst().feature());
    assertEquals(3, told.get(9).examples().size());
    assertEquals(List.of(), told.get(10).examples());
  }

  @Test
  void long_cells_are_cut() {
    Map<String, String> row = told(1, "x".repeat(1_000)).getFirst().examples().getFirst();
    assertEquals("x".repeat(99) + "…", row.values().iterator().next());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "車", "\uD83D\uDE97", "\""})
  void whatever_columns_hold_an_execution_can_carry_it(String letter) {
    String cell = letter.repeat(5_000);
    List<Double> shares = Collections.nCopies(25, 1.0 / 3);
    Chart chart = Told.chart(new Chart(cell, Collections.nCopies(25, cell), shares, shares));
    int size =
        Json.bytes(told(2_000, cell)).length + Json.bytes(Collections.nCopies(10, chart)).length;
    assertTrue(size < 240_000, "bytes: " + size);
  }
}
