// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import io.odometer.core.learner.FeatureMatrix;
import io.odometer.learners.parameter.Resolved;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** What XGBoost's own training loop would take; ours does. */
  private static final Set<String> OURS = Set.of("num_round", "early_stopping_rounds");

  static BoostingSettings of(
      Map<String, JsonNode> hyperparameters, FeatureMatrix training, long seed) {
    List<String> features = training.names();
    Resolved resolved = new Resolved(hyperparameters);
    List<String> watched = List.of(resolved.text("eval_metric").split(","));
    Map<String, Object> library = new TreeMap<>();
    hyperparameters.forEach((name, value) -> library.put(name, plain(name, value, features)));
    library.keySet().removeAll(OURS);
    library.put("eval_metric", watched.getLast());
    library.putIfAbsent("nthread", threads(training.values().length));
    library.putIfAbsent("seed", (int) (seed & Integer.MAX_VALUE));
    return new BoostingSettings(
        library,
        resolved.integer("num_round"),
        resolved.integer("early_stopping_rounds"),
        watched.getLast());
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

  private static Object plain(String name, JsonNode value, List<String> features) {
    if (name.equals("monotone_constraints")) {
      return Constraints.monotone(value, features);
    }
    if (name.equals("interaction_constraints")) {
      return Constraints.interaction(value, features);
    }
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    return value.isNumber() ? value.asDouble() : value.asString("");
  }
}
