// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.learner.TrainingListener;
import java.util.Map;
import java.util.Set;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** One run of boosting, round by round. Holds a native booster until closed. */
final class Boosting implements AutoCloseable {
  private static final String HELD = "validation";

  /** As C++ prints them. */
  private static final Set<String> NOT_FINITE = Set.of("inf", "-inf", "nan", "-nan");

  private final DMatrix rows;
  private final DMatrix held;
  private final BoostingSettings settings;
  private final Booster booster;

  /** Makes the booster with both matrices, so that it keeps their predictions between rounds. */
  Boosting(NativeMatrix rows, NativeMatrix held, BoostingSettings settings) throws XGBoostError {
    this.rows = rows.matrix();
    this.held = held.matrix();
    this.settings = settings;
    Map<String, DMatrix> watches = Map.of(HELD, this.held);
    booster = XGBoost.train(this.rows, settings.library(), 0, watches, null, null);
  }

  /**
   * The best round, from 0, and its metric.
   *
   * @param rounds how many were run
   */
  record Best(int round, double metric, int rounds) {}

  Best run(TrainingListener listener) throws XGBoostError {
    Best best = new Best(0, Double.POSITIVE_INFINITY, 0);
    for (int round = 0; round < settings.rounds() && !tired(best, round); round++) {
      booster.update(rows, round);
      double metric = evaluate(round);
      boolean better = metric < best.metric();
      best = new Best(better ? round : best.round(), better ? metric : best.metric(), round + 1);
      listener.progress(round + 1, settings.rounds(), settings.metric(), metric);
    }
    if (settings.patience() > 0) {
      booster.setAttr("best_iteration", Integer.toString(best.round()));
      booster.setAttr("best_score", Double.toString(best.metric()));
    }
    return best;
  }

  private boolean tired(Best best, int round) {
    return settings.patience() > 0 && round - best.round() > settings.patience();
  }

  /** XGBoost answers with text such as {@code [3]\tvalidation-rmse:1844.9}. */
  private double evaluate(int round) throws XGBoostError {
    String line = booster.evalSet(new DMatrix[] {held}, new String[] {HELD}, round);
    String metric = line.substring(line.lastIndexOf(':') + 1).strip();
    if (NOT_FINITE.contains(metric)) {
      throw new OdometerException(
          Errors.TRAINING_DIVERGED,
          "xgboost: %s on the validation rows is %s after round %d"
              .formatted(settings.metric(), metric, round + 1));
    }
    return Double.parseDouble(metric);
  }

  byte[] model() throws XGBoostError {
    return booster.toByteArray("json");
  }

  @Override
  public void close() {
    booster.dispose();
  }
}
