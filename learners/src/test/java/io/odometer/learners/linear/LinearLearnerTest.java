// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.learner.LabelledMatrix;
import io.odometer.core.learner.TrainedModel;
import io.odometer.core.metric.RegressionErrors;
import io.odometer.core.model.Models;
import io.odometer.core.model.Predictor;
import io.odometer.learners.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.regression.RidgeRegression;
import tools.jackson.databind.JsonNode;

class LinearLearnerTest {
  private final LinearLearner learner = new LinearLearner();
  private final LabelledMatrix training = Tables.linear(3_000, 5, 0.5, 1);
  private final LabelledMatrix validation = Tables.linear(700, 5, 0.5, 2);

  @ParameterizedTest
  @ValueSource(strings = {"ridge", "lasso", "elastic_net"})
  void every_penalty_finds_the_weights_that_made_the_labels(String penalty) {
    JsonNode model = Json.tree(train(Map.of("penalty", penalty)).model());
    for (int column = 0; column < 5; column++) {
      assertEquals(column + 1, model.at("/coefficients/" + column).asDouble(), 0.03);
    }
    assertEquals(5, model.get("intercept").asDouble(), 0.1);
  }

  @Test
  void the_compressed_table_gives_the_weights_of_the_whole() {
    JsonNode model = Json.tree(train(Map.of("lambda", 0.2)).model());
    int rows = training.features().rows();
    double[][] whole = new double[rows][6];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 5; column++) {
        whole[row][column] = training.features().at(row, column);
      }
      whole[row][5] = training.labels()[row];
    }
    DataFrame frame = DataFrame.of(whole, "x0", "x1", "x2", "x3", "x4", "y");
    smile.regression.LinearModel expected =
        RidgeRegression.fit(Formula.lhs("y"), frame, 0.2 * rows);
    for (int column = 0; column < 5; column++) {
      assertEquals(
          expected.coefficients()[column], model.at("/coefficients/" + column).asDouble(), 1e-3);
    }
    assertEquals(expected.intercept(), model.get("intercept").asDouble(), 1e-2);
  }

  @Test
  void a_large_lasso_penalty_empties_the_model() {
    JsonNode model = Json.tree(train(Map.of("penalty", "lasso", "lambda", 1.2)).model());
    for (int column = 0; column < 5; column++) {
      assertEquals(0, model.at("/coefficients/" + column).asDouble(), 0.05);
    }
  }

  @Test
  void the_logarithm_is_chosen_where_it_predicts_better() {
    TrainedModel trained = trainOn(exponential(training), exponential(validation), Map.of());
    assertEquals("log", fact(trained, "target").asString());
    assertTrue(r2(trained, exponential(validation)) > 0.98);
    TrainedModel plain =
        trainOn(exponential(training), exponential(validation), Map.of("target", "identity"));
    assertEquals("identity", fact(plain, "target").asString());
  }

  @Test
  void a_logarithm_of_labels_below_zero_is_refused() {
    assertFails(Errors.PROJECT_INVALID, training, Map.of("target", "log"));
  }

  @Test
  void columns_that_are_constant_or_copies_do_no_harm() {
    int rows = training.features().rows();
    float[] values = new float[rows * 8];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 5; column++) {
        values[row * 8 + column] = training.features().at(row, column);
      }
      values[row * 8 + 5] = 17.1f;
      values[row * 8 + 6] = training.features().at(row, 0);
    }
    LabelledMatrix table = new LabelledMatrix(Tables.matrix(rows, 8, values), training.labels());
    TrainedModel trained = trainOn(table, table, Map.of());
    assertTrue(r2(trained, table) > 0.99);
    assertEquals(6, fact(trained, "columns_used").asInt());
    assertEquals(0, trained.importance()[5]);
    assertEquals(1, Arrays.stream(trained.importance()).sum(), 1e-9);
  }

  @Test
  void one_column_and_few_rows_are_enough() {
    LabelledMatrix few = Tables.linear(3, 1, 0, 4);
    assertTrue(r2(trainOn(few, few, Map.of()), few) > 0.99);
  }

  @Test
  void a_table_of_constants_has_no_features() {
    LabelledMatrix flat =
        new LabelledMatrix(
            Tables.matrix(4, 1, new float[] {2, 2, 2, 2}), new double[] {1, 2, 3, 6});
    assertFails(Errors.SCHEMA_NO_FEATURES, flat, Map.of());
  }

  @Test
  void equal_data_and_settings_give_equal_bytes() {
    assertArrayEquals(train(Map.of()).model(), train(Map.of()).model());
  }

  @Test
  void a_value_that_is_missing_or_infinite_is_named() {
    training.features().values()[5 * 9 + 3] = Float.NaN;
    assertFails(Errors.DATA_MALFORMED, training, Map.of());
  }

  @Test
  void what_gradient_descent_would_need_is_refused_with_the_reason() {
    OdometerException refusal = assertFails(Errors.PROJECT_INVALID, training, Map.of("epochs", 3));
    assertTrue(refusal.reason().contains("solved"), refusal.reason());
  }

  private static JsonNode fact(TrainedModel trained, String name) {
    return Json.toTree(trained.facts()).path(name);
  }

  private TrainedModel train(Map<String, ?> settings) {
    return trainOn(training, validation, settings);
  }

  private TrainedModel trainOn(LabelledMatrix rows, LabelledMatrix held, Map<String, ?> settings) {
    Map<String, JsonNode> given = new HashMap<>();
    settings.forEach((name, value) -> given.put(name, Json.toTree(value)));
    return learner.train(
        rows, held, learner.resolve(given), 1, (round, rounds, metric, value) -> {});
  }

  private OdometerException assertFails(
      ErrorName error, LabelledMatrix rows, Map<String, ?> settings) {
    OdometerException failure =
        assertThrows(OdometerException.class, () -> trainOn(rows, validation, settings));
    assertEquals(error, failure.error());
    return failure;
  }

  private static LabelledMatrix exponential(LabelledMatrix table) {
    return new LabelledMatrix(
        table.features(),
        Arrays.stream(table.labels()).map(label -> Math.exp(9 + label / 60)).toArray());
  }

  private static double r2(TrainedModel trained, LabelledMatrix table) {
    Predictor predictor = Models.read(trained.model()).predictor();
    RegressionErrors errors = new RegressionErrors();
    for (int row = 0; row < table.labels().length; row++) {
      errors.add(table.labels()[row], predictor.predict(Tables.row(table.features(), row)));
    }
    return errors.metrics().r2();
  }
}
