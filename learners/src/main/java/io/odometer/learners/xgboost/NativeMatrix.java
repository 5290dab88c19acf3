// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.xgboost;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.learner.FeatureMatrix;
import io.odometer.core.learner.LabelledMatrix;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost's copy of the rows, in native memory until closed. */
record NativeMatrix(DMatrix matrix) implements AutoCloseable {
  /**
   * @param part what the rows are for, to name in an error
   */
  static NativeMatrix of(LabelledMatrix rows, String part) throws XGBoostError {
    FeatureMatrix features = rows.features();
    requireFinite(features, part);
    DMatrix matrix = new DMatrix(features.values(), features.rows(), features.columns(), Float.NaN);
    try {
      matrix.setLabel(labels(rows.labels(), part));
      return new NativeMatrix(matrix);
    } catch (XGBoostError | RuntimeException failure) {
      matrix.dispose();
      throw failure;
    }
  }

  /** XGBoost would fail with a native message that names neither row nor feature. */
  private static void requireFinite(FeatureMatrix features, String part) {
    if (features.rows() == 0) {
      throw new OdometerException(Errors.DATA_TOO_FEW_ROWS, "there are no %s rows".formatted(part));
    }
    float[] values = features.values();
    for (int index = 0; index < values.length; index++) {
      if (Float.isInfinite(values[index])) {
        throw new OdometerException(
            Errors.DATA_MALFORMED,
            "feature %s is infinite in row %d of the %s rows"
                .formatted(
                    features.names().get(index % features.columns()),
                    index / features.columns(),
                    part));
      }
    }
  }

  private static float[] labels(double[] labels, String part) {
    float[] narrowed = new float[labels.length];
    for (int row = 0; row < labels.length; row++) {
      narrowed[row] = (float) labels[row];
      if (!Float.isFinite(narrowed[row])) {
        throw new OdometerException(
            Errors.DATA_MALFORMED,
            "the target of row %d of the %s rows is %s, beyond single precision"
                .formatted(row, part, labels[row]));
      }
    }
    return narrowed;
  }

  @Override
  public void close() {
    matrix.dispose();
  }
}
