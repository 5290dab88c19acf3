// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3 | 7",
        "(1 + 2) * 3 | 9",
        "8 / 2 / 2 | 2",
        "-age + 10 | 7",
        "2 * -age | -6",
        "max(age, 5) - min(1, 2) | 4",
        "floor(2.9) + round(2.5) | 4",
        "exp(log(7)) | 7",
        "base[kind] * age | 30",
      })
  void formulas_are_computed(String formula, double expected) {
    assertEquals(expected, value(formula), 1e-12);
  }

  @Test
  void chance_stays_in_its_range() {
    for (int i = 0; i < 100; i++) {
      double value = value("uniform(2, 3)");
      assertTrue(value >= 2 && value < 3, "was " + value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1 +", "(1", "1 2", "max(1)", "sin(1)", "base[kind", "3 $ 4", "other", "kind"})
  void a_mistake_is_told(String formula) {
    assertThrows(IllegalArgumentException.class, () -> value(formula));
  }

  private static double value(String formula) {
    Map<String, Object> cells = Map.of("age", 3.0, "kind", "big");
    return Formula.parse(formula)
        .value(new Formula.Row(cells, Map.of("base", Map.of("big", 10.0)), new Random(1)));
  }
}
