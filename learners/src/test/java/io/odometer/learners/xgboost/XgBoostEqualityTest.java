// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import io.odometer.core.learner.LabelledMatrix;
import io.odometer.core.learner.TrainedModel;
import io.odometer.core.model.Models;
import io.odometer.core.model.Predictor;
import io.odometer.learners.Tables;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The evaluator against XGBoost itself. */
class XgBoostEqualityTest {
  private static final int COLUMNS = 8;

  private final XgBoostLearner learner = new XgBoostLearner();
  private final LabelledMatrix training = Tables.stepped(4_000, COLUMNS, 0.1, 1);
  private final LabelledMatrix validation = Tables.stepped(1_000, COLUMNS, 0.1, 2);

  @Test
  void a_hundred_thousand_rows_are_equal_to_the_last_bit() throws Exception {
    assertEqualToXgBoost(Map.of("num_round", 300, "max_depth", 6), 100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'objective':'reg:absoluteerror'}",
        "{'objective':'reg:pseudohubererror','eval_metric':'mphe','huber_slope':1000}",
        "{'objective':'reg:squaredlogerror','eval_metric':'rmsle','base_score':10}",
        "{'objective':'reg:linear'}",
        "{'base_score':123.456}",
        "{'num_parallel_tree':3,'subsample':0.5}",
        "{'max_depth':0,'grow_policy':'lossguide','max_leaves':200,'num_round':15}",
        "{'max_depth':12,'num_round':15,'min_child_weight':0}",
        "{'tree_method':'exact'}",
        "{'early_stopping_rounds':3,'eta':1}",
        "{'early_stopping_rounds':0}"
      })
  void every_kind_of_model_that_is_taken_is_equal(String hyperparameters) throws Exception {
    JsonNode given = Json.tree(hyperparameters.replace('\'', '"'));
    Map<String, Object> settings = new HashMap<>(Map.of("num_round", 41));
    given.properties().forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    assertEqualToXgBoost(settings, 5_000);
  }

  private void assertEqualToXgBoost(Map<String, ?> settings, int rows) throws Exception {
    Map<String, JsonNode> given = new HashMap<>();
    settings.forEach((name, value) -> given.put(name, Json.toTree(value)));
    TrainedModel trained =
        learner.train(
            training, validation, learner.resolve(given), 7, (round, rounds, metric, value) -> {});
    LabelledMatrix unseen = Tables.stepped(rows, COLUMNS, 0.05, 3);
    float[] expected = xgboost(trained, unseen);
    Predictor predictor = Models.read(trained.model()).predictor();
    float[] actual = new float[rows];
    for (int row = 0; row < rows; row++) {
      double prediction = predictor.predict(Tables.row(unseen.features(), row));
      actual[row] = (float) prediction;
      assertEquals(prediction, (double) actual[row]);
    }
    assertArrayEquals(expected, actual);
  }

  /** 0 for all. */
  private static int treesOfBest(TrainedModel trained, Booster booster) throws Exception {
    String best = booster.getAttr("best_iteration");
    int treesARound =
        Json.tree(trained.model())
            .at("/learner/gradient_booster/model/gbtree_model_param/num_parallel_tree")
            .asInt();
    return best == null ? 0 : (Integer.parseInt(best) + 1) * treesARound;
  }

  private static float[] xgboost(TrainedModel trained, LabelledMatrix rows) throws Exception {
    Booster booster = XGBoost.loadModel(trained.model());
    try (NativeMatrix matrix = NativeMatrix.of(rows, "test")) {
      float[][] predictions =
          booster.predict(matrix.matrix(), false, treesOfBest(trained, booster));
      float[] flat = new float[predictions.length];
      for (int row = 0; row < flat.length; row++) {
        flat[row] = predictions[row][0];
      }
      return flat;
    } finally {
      booster.dispose();
    }
  }
}
