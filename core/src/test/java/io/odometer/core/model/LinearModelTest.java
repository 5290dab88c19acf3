// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.project.Range;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearModelTest {
  private static final Range WIDE = new Range(-1e9, 1e9);

  @Test
  void a_stored_model_predicts_as_before_to_the_last_bit() {
    double[] coefficients = {0.1, -1.0 / 3, Math.PI * 1e-9};
    LinearModel model = new LinearModel(1.0 / 7, coefficients, LinearModel.Target.LOG, WIDE);
    Model read = Models.read(model.json());
    float[] features = {1.1f, 2.3f, -1e7f};
    assertEquals(model.predictor().predict(features), read.predictor().predict(features));
    assertEquals("linear", read.kind());
    assertEquals(3, read.featureCount());
  }

  @Test
  void a_logarithmic_target_is_raised_again() {
    LinearModel model = new LinearModel(1, new double[] {2}, LinearModel.Target.LOG, WIDE);
    assertEquals(StrictMath.exp(7), model.predictor().predict(new float[] {3}));
  }

  @Test
  void many_rows_are_predicted_as_each_is_alone() {
    double[] coefficients = {0.1, -1.0 / 3, Math.PI * 1e-9};
    Predictor predictor =
        new LinearModel(1.0 / 7, coefficients, LinearModel.Target.LOG, WIDE).predictor();
    for (int rows = 0; rows < 11; rows++) {
      float[] all = new float[3 * rows];
      double[] expected = new double[rows];
      for (int row = 0; row < rows; row++) {
        float[] features = {row / 7f, -row, 1e7f / (row + 1)};
        System.arraycopy(features, 0, all, 3 * row, 3);
        expected[row] = predictor.predict(features);
      }
      double[] together = new double[rows];
      predictor.predict(all, 3, rows, together);
      assertArrayEquals(expected, together);
    }
  }

  @Test
  void predictions_stay_in_the_range() {
    Range range = new Range(100, 5_000);
    LinearModel model = new LinearModel(0, new double[] {1}, LinearModel.Target.LOG, range);
    assertEquals(5_000, model.predictor().predict(new float[] {1e6f}));
    assertEquals(100, model.predictor().predict(new float[] {-1e6f}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"linear\"}",
        "{\"kind\":\"linear\",\"intercept\":1,\"coefficients\":[1,null],\"target\":\"log\"}",
        "{\"kind\":\"linear\",\"intercept\":1,\"coefficients\":[1],\"target\":\"sqrt\"}",
        "{\"kind\":\"linear\",\"intercept\":1e999,\"coefficients\":[1],\"target\":\"log\"}",
        "{\"kind\":\"linear\",\"intercept\":\"x\",\"coefficients\":[1],\"target\":\"log\"}"
      })
  void what_is_not_whole_is_corrupt(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    OdometerException refusal = assertThrows(OdometerException.class, () -> Models.read(bytes));
    assertEquals(Errors.MODEL_CORRUPT, refusal.error());
    assertTrue(refusal.reason().contains("model"), refusal.reason());
  }
}
