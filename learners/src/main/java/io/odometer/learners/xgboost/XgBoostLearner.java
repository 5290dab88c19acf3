// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.learner.FeatureForm;
import io.odometer.core.learner.LabelledMatrix;
import io.odometer.core.learner.Learner;
import io.odometer.core.learner.TrainedModel;
import io.odometer.core.learner.TrainingListener;
import io.odometer.core.model.Models;
import io.odometer.core.project.Algorithm;
import io.odometer.learners.parameter.Shares;
import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tools.jackson.databind.JsonNode;

/**
 * Boosted trees by XGBoost. Boosting stops when the last of {@code eval_metric} has not improved on
 * the validation rows for {@code early_stopping_rounds} rounds (0: never); the model then ends at
 * its best round.
 */
public final class XgBoostLearner implements Learner {
  @Override
  public Algorithm algorithm() {
    return Algorithm.XGBOOST;
  }

  @Override
  public FeatureForm form() {
    return FeatureForm.TREE;
  }

  @Override
  public Map<String, JsonNode> resolve(Map<String, JsonNode> hyperparameters) {
    return XgBoostParameters.TABLE.resolve(hyperparameters);
  }

  @Override
  public TrainedModel train(
      LabelledMatrix training,
      LabelledMatrix validation,
      Map<String, JsonNode> hyperparameters,
      long seed,
      TrainingListener listener) {
    BoostingSettings settings = BoostingSettings.of(hyperparameters, training.features(), seed);
    try (NativeMatrix rows = NativeMatrix.of(training, "training");
        NativeMatrix held = NativeMatrix.of(validation, "validation");
        Boosting boosting = new Boosting(rows, held, settings)) {
      Boosting.Best best = boosting.run(listener);
      byte[] model = boosting.model();
      return new TrainedModel(
          model,
          Shares.of(Models.gains(model)),
          Map.of(
              "rounds",
              Json.toTree(best.rounds()),
              "best_round",
              Json.toTree(best.round()),
              "validation_" + settings.metric(),
              Json.toTree(best.metric())));
    } catch (XGBoostError failure) {
      throw new OdometerException(
          Errors.INTERNAL, "XGBoost failed: " + failure.getMessage(), failure);
    }
  }
}
