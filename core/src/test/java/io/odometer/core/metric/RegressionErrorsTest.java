// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RegressionErrorsTest {
  private final RegressionErrors errors = new RegressionErrors();

  @Test
  void metrics_follow_their_definitions() {
    errors.add(1, 2);
    errors.add(2, 2);
    errors.add(6, 3);
    RegressionMetrics metrics = errors.metrics();
    assertEquals(10.0 / 3, metrics.mse(), 1e-15);
    assertEquals(Math.sqrt(10.0 / 3), metrics.rmse(), 1e-15);
    assertEquals(4.0 / 3, metrics.mae(), 1e-15);
    assertEquals(1 - 10.0 / 14, metrics.r2(), 1e-15);
    assertEquals(3, metrics.rows());
  }

  @Test
  void a_large_offset_costs_no_digits() {
    for (int row = 0; row < 1_000_000; row++) {
      double label = 1e9 + row % 2;
      errors.add(label, label + 0.125 * (row % 2));
    }
    assertEquals(0.0078125, errors.metrics().mse(), 1e-15);
    assertEquals(1 - 0.0078125 / 0.25, errors.metrics().r2(), 1e-12);
  }

  @Test
  void one_value_as_label_explains_all_or_nothing() {
    errors.add(5, 5);
    assertEquals(1, errors.metrics().r2());
    errors.add(5, 6);
    assertEquals(0, errors.metrics().r2());
  }

  @Test
  void no_rows_have_no_metrics() {
    assertThrows(IllegalStateException.class, errors::metrics);
  }
}
