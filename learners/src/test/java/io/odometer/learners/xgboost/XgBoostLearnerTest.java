// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.learner.LabelledMatrix;
import io.odometer.core.learner.TrainedModel;
import io.odometer.learners.Tables;
import io.odometer.learners.parameter.Resolved;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class XgBoostLearnerTest {
  private final XgBoostLearner learner = new XgBoostLearner();
  private final LabelledMatrix training = Tables.stepped(2_000, 4, 0.1, 1);
  private final LabelledMatrix validation = Tables.stepped(500, 4, 0.1, 2);
  private final List<Integer> rounds = new ArrayList<>();

  @Test
  void equal_data_settings_and_seed_give_equal_bytes_however_many_threads() {
    byte[] model = train(Map.of("num_round", 20, "nthread", 1), 5).model();
    assertArrayEquals(model, train(Map.of("num_round", 20, "nthread", 1), 5).model());
    assertArrayEquals(model, train(Map.of("num_round", 20, "nthread", 2), 5).model());
    assertFalse(
        Arrays.equals(model, train(Map.of("num_round", 20, "nthread", 1), 6).model()),
        "another seed samples other rows");
  }

  @Test
  void the_seed_among_the_hyperparameters_wins() {
    byte[] model = train(Map.of("num_round", 5, "seed", 9), 1).model();
    assertArrayEquals(model, train(Map.of("num_round", 5, "seed", 9), 2).model());
  }

  @Test
  void boosting_stops_when_validation_no_longer_improves() {
    TrainedModel trained = train(Map.of("num_round", 500, "eta", 1, "early_stopping_rounds", 4), 1);
    int run = fact(trained, "rounds").asInt();
    int best = fact(trained, "best_round").asInt();
    assertTrue(run < 500, run + " rounds");
    assertEquals(best + 5, run);
    assertEquals(run, rounds.size());
  }

  @Test
  void progress_is_told_round_by_round() {
    train(Map.of("num_round", 3), 1);
    assertEquals(List.of(1, 2, 3), rounds);
  }

  @Test
  void importance_is_the_share_of_gain_by_feature() {
    double[] importance = train(Map.of("num_round", 30), 1).importance();
    assertEquals(4, importance.length);
    assertEquals(1, Arrays.stream(importance).sum(), 1e-9);
    assertTrue(importance[0] > importance[1] && importance[1] > importance[3]);
  }

  @Test
  void monotone_constraints_name_features() {
    train(Map.of("num_round", 3, "monotone_constraints", Map.of("x2", -1)), 1);
    assertInvalid(Map.of("monotone_constraints", Map.of("x9", -1)), "x9");
    train(Map.of("num_round", 3, "interaction_constraints", List.of(List.of("x0", "x1"))), 1);
  }

  @Test
  void an_infinite_feature_is_named() {
    training.features().values()[4 * 7 + 2] = Float.POSITIVE_INFINITY;
    OdometerException failure =
        assertThrows(OdometerException.class, () -> train(Map.of("num_round", 1), 1));
    assertEquals(Errors.DATA_MALFORMED, failure.error());
    assertTrue(failure.reason().contains("x2 is infinite in row 7"), failure.reason());
  }

  @Test
  void numbers_that_run_away_are_named() {
    double[] labels = validation.labels();
    Arrays.fill(labels, 3e38);
    OdometerException failure =
        assertThrows(OdometerException.class, () -> train(Map.of("num_round", 1), 1));
    assertEquals(Errors.TRAINING_DIVERGED, failure.error());
  }

  @Test
  void sagemakers_names_and_texts_are_understood() {
    Map<String, JsonNode> resolved =
        resolve(Map.of("learning_rate", "0.25", "reg_lambda", 3, "num_round", "12"));
    assertEquals(0.25, new Resolved(resolved).number("eta"));
    assertEquals(3, new Resolved(resolved).number("lambda"));
    assertEquals(12, new Resolved(resolved).integer("num_round"));
    assertEquals(resolved, learner.resolve(resolved));
  }

  @Test
  void every_mistake_is_named_at_once() {
    OdometerException refusal =
        assertThrows(
            OdometerException.class,
            () ->
                resolve(
                    Map.of(
                        "max_dpeth",
                        3,
                        "eta",
                        1.5,
                        "subsample",
                        0,
                        "booster",
                        "dart",
                        "csv_weights",
                        1,
                        "objective",
                        "reg:gamma",
                        "num_round",
                        2.5,
                        "quite_unlike_any",
                        1)));
    assertEquals(Errors.PROJECT_INVALID, refusal.error());
    for (String part :
        List.of(
            "algorithms.xgboost.max_dpeth is no hyperparameter; did you mean max_depth?",
            "algorithms.xgboost.eta must be a number in [0.0, 1.0], not 1.5",
            "algorithms.xgboost.subsample must be a number in (0.0, 1.0], not 0",
            "algorithms.xgboost.booster must be gbtree, not \"dart\"",
            "algorithms.xgboost.csv_weights is not taken: rows have no weights",
            "algorithms.xgboost.objective must be one of reg:squarederror",
            "algorithms.xgboost.num_round must be a whole number of at least 1, not 2.5",
            "algorithms.xgboost.quite_unlike_any is no hyperparameter")) {
      assertTrue(refusal.reason().contains(part), refusal.reason());
    }
  }

  @Test
  void one_setting_under_two_names_is_refused() {
    assertInvalid(Map.of("eta", 0.1, "learning_rate", 0.2), "eta is set twice");
  }

  private static JsonNode fact(TrainedModel trained, String name) {
    return Json.toTree(trained.facts()).path(name);
  }

  private void assertInvalid(Map<String, ?> settings, String part) {
    OdometerException refusal = assertThrows(OdometerException.class, () -> train(settings, 1));
    assertEquals(Errors.PROJECT_INVALID, refusal.error());
    assertTrue(refusal.reason().contains(part), refusal.reason());
  }

  private TrainedModel train(Map<String, ?> settings, long seed) {
    rounds.clear();
    return learner.train(
        training,
        validation,
        resolve(settings),
        seed,
        (round, most, metric, value) -> rounds.add(round));
  }

  private Map<String, JsonNode> resolve(Map<String, ?> settings) {
    Map<String, JsonNode> given = new HashMap<>();
    settings.forEach((name, value) -> given.put(name, Json.toTree(value)));
    return learner.resolve(given);
  }
}
