// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.odometer.core.project.Algorithm;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.EndpointRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinationTest {
  private static final List<Algorithm> MEMBERS = List.of(Algorithm.LINEAR, Algorithm.XGBOOST);

  @ParameterizedTest
  @CsvSource({
    "max, 10, 30, 30",
    "max, -3, -1, -1",
    "min, 10, 30, 10",
    "mean, 10, 30, 20",
    "weighted, 10, 30, 25",
    "max, NaN, 30, 30",
    "max, Infinity, 30, 30",
    "min, -Infinity, 30, 30",
    "mean, NaN, 30, 30",
    "weighted, 10, Infinity, 10",
    "mean, NaN, NaN, NaN",
    "max, NaN, Infinity, NaN",
    "mean, 1.7e308, 1.7e308, NaN",
  })
  void a_rule_makes_one_value_of_finite_predictions(
      String rule, double linear, double xgboost, double expected) {
    EndpointRule weighted =
        new EndpointRule(CombinationRule.of(rule), Map.of(Algorithm.XGBOOST, 3.0));

    double value = Combination.of(weighted, MEMBERS).combine(new double[] {linear, xgboost});

    assertEquals(expected, value);
  }

  @Test
  void a_member_of_weight_0_has_no_say() {
    EndpointRule rule = new EndpointRule(CombinationRule.WEIGHTED, Map.of(Algorithm.XGBOOST, 0.0));

    assertEquals(7, Combination.of(rule, MEMBERS).combine(new double[] {7, 1_000}));
  }

  @Test
  void weights_that_are_all_0_are_refused() {
    EndpointRule rule = new EndpointRule(CombinationRule.WEIGHTED, Map.of(Algorithm.XGBOOST, 0.0));

    assertThrows(
        IllegalArgumentException.class, () -> Combination.of(rule, List.of(Algorithm.XGBOOST)));
  }
}
