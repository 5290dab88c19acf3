// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import io.odometer.core.learner.FeatureMatrix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What one training is told.
 *
 * @param library the parameters that go to XGBoost
 * @param patience rounds without improvement before boosting stops; 0 for never
 * @param metric the one that early stopping watches
 */
record BoostingSettings(Map<String, Object> library, int rounds, int patience, String metric) {
  private static final int VALUES_A_THREAD = 250_000;
  private static final int MOST_THREADS = 16;

  static BoostingSettings of(
      Map<String, JsonNode> hyperparameters, FeatureMatrix training, long seed) {
    List<String> features = training.names();
    Map<String, Object> library = new TreeMap<>();
    hyperparameters.forEach((name, value) -> library.put(name, plain(value)));
    library.putIfAbsent("nthread", threads(training.values().length));
    library.putIfAbsent("seed", (int) (seed & Integer.MAX_VALUE));
    library.computeIfPresent(
        "monotone_constraints",
        (name, unused) -> Constraints.monotone(hyperparameters.get(name), features));
    library.computeIfPresent(
        "interaction_constraints",
        (name, unused) -> Constraints.interaction(hyperparameters.get(name), features));
    int rounds = (int) (long) (Long) library.remove("num_round");
    int patience = (int) (long) (Long) library.remove("early_stopping_rounds");
    String metrics = (String) library.get("eval_metric");
    List<String> watched = List.of(metrics.split(","));
    library.put("eval_metric", watched.getLast());
    return new BoostingSettings(library, rounds, patience, watched.getLast());
  }

  /**
   * Threads wait for each other many times a round, spinning; where rows are few that costs more
   * than it brings. The model is the same however many there are.
   */
  private static int threads(int values) {
    return Math.clamp(
        values / VALUES_A_THREAD,
        1,
        Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  private static Object plain(JsonNode value) {
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    return value.isNumber() ? value.asDouble() : value.asString("");
  }
}
