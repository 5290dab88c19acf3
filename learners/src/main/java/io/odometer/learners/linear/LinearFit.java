// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.linear;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.learner.FeatureMatrix;
import io.odometer.core.learner.LabelledMatrix;
import io.odometer.core.metric.RegressionErrors;
import io.odometer.core.model.LinearModel;
import io.odometer.core.model.LinearModel.Target;
import io.odometer.core.model.Predictor;
import io.odometer.core.project.Range;
import java.util.Arrays;
import java.util.Optional;
import smile.data.DataFrame;

/** Fits models to the training rows and measures them on the validation rows. */
final class LinearFit {
  private final LabelledMatrix training;
  private final LabelledMatrix validation;
  private final Columns columns;
  private final Compressed compressed;
  private final Range range;

  LinearFit(LabelledMatrix training, LabelledMatrix validation, int mostColumns) {
    this.training = training;
    this.validation = validation;
    columns = Columns.of(training.features(), training.labels(), mostColumns);
    if (columns.used().length == 0) {
      throw new OdometerException(
          Errors.SCHEMA_NO_FEATURES, "linear: every feature is constant in the training rows");
    }
    compressed = new Compressed(training.features(), columns);
    range = Scale.range(training.labels());
  }

  /** A model and how far it is off on the validation rows. */
  record Candidate(
      LinearModel model, double[] weights, Target target, Penalty penalty, double rmse) {}

  Columns columns() {
    return columns;
  }

  /** What is fitted for one form of the target, whatever the penalty. */
  final class ForTarget {
    private final Scale scale;
    private final DataFrame table;

    ForTarget(Target target) {
      scale = Scale.of(target, training.labels());
      table = compressed.table(scale.values(), scale.mean(), scale.norm());
    }

    /** Nothing when the numbers ran away. */
    Optional<Candidate> with(Penalty penalty) {
      double[] weights = penalty.fit(table);
      double[] coefficients = compressed.unscaled(weights, scale.norm());
      double intercept = compressed.intercept(coefficients, scale.mean());
      if (!Double.isFinite(intercept) || !Arrays.stream(coefficients).allMatch(Double::isFinite)) {
        return Optional.empty();
      }
      LinearModel model = levelled(intercept, coefficients);
      double rmse = rmse(model);
      return Double.isFinite(rmse)
          ? Optional.of(new Candidate(model, weights, scale.target(), penalty, rmse))
          : Optional.empty();
    }

    /**
     * The exponential of a mean logarithm is less than the mean; one factor, by least squares on
     * the training rows, makes up for it.
     */
    private LinearModel levelled(double intercept, double[] coefficients) {
      LinearModel raw = new LinearModel(intercept, coefficients, scale.target(), range);
      if (scale.target() == Target.IDENTITY) {
        return raw;
      }
      double shift = StrictMath.log(factor(raw));
      return new LinearModel(intercept + shift, coefficients, scale.target(), range);
    }
  }

  private double factor(LinearModel model) {
    double products = 0;
    double squares = 0;
    Predictor predictor = model.predictor();
    float[] row = new float[training.features().columns()];
    for (int index = 0; index < training.labels().length; index++) {
      copyRow(training.features(), index, row);
      double prediction = predictor.predict(row) / range.most();
      products += prediction * (training.labels()[index] / range.most());
      squares += prediction * prediction;
    }
    return squares > 0 && products > 0 ? products / squares : 1;
  }

  private double rmse(LinearModel model) {
    RegressionErrors errors = new RegressionErrors();
    Predictor predictor = model.predictor();
    float[] row = new float[validation.features().columns()];
    for (int index = 0; index < validation.labels().length; index++) {
      copyRow(validation.features(), index, row);
      errors.add(validation.labels()[index], predictor.predict(row));
    }
    return errors.metrics().rmse();
  }

  private static void copyRow(FeatureMatrix features, int index, float[] row) {
    System.arraycopy(features.values(), index * row.length, row, 0, row.length);
  }
}
