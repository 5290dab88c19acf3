// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.linear;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.learner.FeatureForm;
import io.odometer.core.learner.FeatureMatrix;
import io.odometer.core.learner.LabelledMatrix;
import io.odometer.core.learner.Learner;
import io.odometer.core.learner.TrainedModel;
import io.odometer.core.learner.TrainingListener;
import io.odometer.core.model.LinearModel.Target;
import io.odometer.core.project.Algorithm;
import io.odometer.learners.linear.LinearFit.Candidate;
import io.odometer.learners.parameter.Resolved;
import io.odometer.learners.parameter.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Penalised linear regression by Smile: ridge, lasso or elastic net, on the label or its logarithm.
 * What is not set is chosen by RMSE on the validation rows; the logarithm only where every label is
 * above 0. There is no randomness, so the seed changes nothing.
 */
public final class LinearLearner implements Learner {
  private static final double[] LAMBDAS = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};

  /** Memory grows with its square. */
  private static final int MOST_COLUMNS = 1500;

  @Override
  public Algorithm algorithm() {
    return Algorithm.LINEAR;
  }

  @Override
  public FeatureForm form() {
    return FeatureForm.LINEAR;
  }

  @Override
  public Map<String, JsonNode> resolve(Map<String, JsonNode> hyperparameters) {
    return LinearParameters.TABLE.resolve(hyperparameters);
  }

  @Override
  public TrainedModel train(
      LabelledMatrix training,
      LabelledMatrix validation,
      Map<String, JsonNode> hyperparameters,
      long seed,
      TrainingListener listener) {
    requireFinite(training, "training");
    requireFinite(validation, "validation");
    List<Target> targets = targets(hyperparameters, training.labels());
    List<Penalty> penalties = penalties(hyperparameters);
    LinearFit fit = new LinearFit(training, validation, MOST_COLUMNS);
    List<Candidate> candidates = new ArrayList<>();
    int round = 0;
    for (Target target : targets) {
      LinearFit.ForTarget form = fit.new ForTarget(target);
      for (Penalty penalty : penalties) {
        round++;
        int rounds = targets.size() * penalties.size();
        form.with(penalty).ifPresent(candidates::add);
        double best = candidates.stream().mapToDouble(Candidate::rmse).min().orElse(Double.NaN);
        listener.progress(round, rounds, "rmse", best);
      }
    }
    return trained(fit, best(candidates));
  }

  private static Candidate best(List<Candidate> candidates) {
    return candidates.stream()
        .min(Comparator.comparingDouble(Candidate::rmse))
        .orElseThrow(
            () ->
                new OdometerException(
                    Errors.TRAINING_DIVERGED, "linear: no penalty led to finite weights"));
  }

  private static TrainedModel trained(LinearFit fit, Candidate best) {
    int[] used = fit.columns().used();
    double[] sizes = new double[best.model().featureCount()];
    for (int index = 0; index < used.length; index++) {
      sizes[used[index]] = Math.abs(best.weights()[index]);
    }
    Map<String, JsonNode> facts = new TreeMap<>();
    facts.put("target", Json.toTree(best.target()));
    facts.put("lambda", Json.toTree(best.penalty().lambda()));
    facts.put("validation_rmse", Json.toTree(best.rmse()));
    facts.put("columns_used", Json.toTree(used.length));
    return new TrainedModel(best.model().json(), Shares.of(sizes), facts);
  }

  private static List<Target> targets(Map<String, JsonNode> hyperparameters, double[] labels) {
    boolean positive = Arrays.stream(labels).allMatch(label -> label > 0);
    return switch (new Resolved(hyperparameters).text("target")) {
      case "identity" -> List.of(Target.IDENTITY);
      case "log" -> {
        if (!positive) {
          throw new OdometerException(
              Errors.PROJECT_INVALID,
              "algorithms.linear.target is log, but some labels are not above 0");
        }
        yield List.of(Target.LOG);
      }
      default -> positive ? List.of(Target.IDENTITY, Target.LOG) : List.of(Target.IDENTITY);
    };
  }

  private static List<Penalty> penalties(Map<String, JsonNode> hyperparameters) {
    double l1 =
        switch (new Resolved(hyperparameters).text("penalty")) {
          case LinearParameters.RIDGE -> 0;
          case LinearParameters.LASSO -> 1;
          default -> new Resolved(hyperparameters).number("l1_ratio");
        };
    JsonNode lambda = hyperparameters.get("lambda");
    double[] lambdas = lambda == null ? LAMBDAS : new double[] {lambda.asDouble()};
    return Arrays.stream(lambdas).mapToObj(value -> new Penalty(value, l1)).toList();
  }

  private static void requireFinite(LabelledMatrix rows, String part) {
    FeatureMatrix features = rows.features();
    if (features.rows() == 0) {
      throw new OdometerException(Errors.DATA_TOO_FEW_ROWS, "there are no %s rows".formatted(part));
    }
    float[] values = features.values();
    for (int index = 0; index < values.length; index++) {
      if (!Float.isFinite(values[index])) {
        throw new OdometerException(
            Errors.DATA_MALFORMED,
            "feature %s is %s in row %d of the %s rows"
                .formatted(
                    features.names().get(index % features.columns()),
                    values[index],
                    index / features.columns(),
                    part));
      }
    }
  }
}
