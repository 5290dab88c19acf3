// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.linear;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.learner.FeatureMatrix;
import java.util.Arrays;
import smile.data.DataFrame;
import smile.math.blas.UPLO;
import smile.math.matrix.Matrix;

/**
 * A small table with the same least-squares solutions as a large one: with {@code C = R'R} the
 * correlations of the features, the rows {@code R} and {@code -R} have the correlations and the
 * column means of the large, standardised table, and labels {@code R'⁻¹c} have its correlations
 * {@code c} with the target. So Smile fits any number of rows in the space of columns squared, and
 * one pass over the rows serves every penalty that is tried.
 */
final class Compressed {
  private static final int BLOCK = 2048;

  /** Columns that depend on others (all of a one-hot's) make C singular; this mends it. */
  private static final double[] RIDGES = {1e-9, 1e-7, 1e-5};

  private final FeatureMatrix features;
  private final Columns columns;
  private final Matrix factor;

  Compressed(FeatureMatrix features, Columns columns) {
    this.features = features;
    this.columns = columns;
    this.factor = factor(correlations());
  }

  int size() {
    return columns.used().length;
  }

  /** Rows of the small table: both signs, and four of zeros so that one column is enough. */
  int rows() {
    return 2 * size() + 4;
  }

  /** Lower triangular {@code L = R'}. */
  private static Matrix factor(Matrix correlations) {
    for (double ridge : RIDGES) {
      Matrix mended = correlations.clone();
      for (int index = 0; index < mended.nrows(); index++) {
        mended.add(index, index, ridge);
      }
      try {
        mended.uplo(UPLO.LOWER);
        return mended.cholesky(true).lu;
      } catch (ArithmeticException singular) {
        // The next ridge is larger.
      }
    }
    throw new OdometerException(
        Errors.TRAINING_DIVERGED, "linear: the features' correlations cannot be factored");
  }

  private Matrix correlations() {
    Matrix sum = new Matrix(size(), size());
    for (int from = 0; from < features.rows(); from += BLOCK) {
      Matrix block = block(from, Math.min(features.rows(), from + BLOCK));
      sum.add(block.ata());
    }
    return sum;
  }

  private Matrix block(int from, int to) {
    Matrix block = new Matrix(to - from, size());
    for (int index = 0; index < size(); index++) {
      for (int row = from; row < to; row++) {
        block.set(row - from, index, standardised(row, index));
      }
    }
    return block;
  }

  private double standardised(int row, int index) {
    int column = columns.used()[index];
    return (features.at(row, column) - columns.means()[column]) / columns.norms()[column];
  }

  /**
   * The small table for a target, in standard deviations: columns {@code x0…} and {@code y}. Its
   * columns have deviation 1, as Smile would scale them anyhow, so penalties weigh alike whatever
   * the units.
   */
  DataFrame table(double[] target, double mean, double norm) {
    double[] labels = solve(correlations(target, mean, norm));
    double scale = Math.sqrt(rows() / 2.0);
    double[][] table = new double[rows()][size() + 1];
    for (int row = 0; row < size(); row++) {
      for (int column = row; column < size(); column++) {
        table[row][column] = scale * factor.get(column, row);
        table[size() + row][column] = -table[row][column];
      }
      table[row][size()] = scale * labels[row];
      table[size() + row][size()] = -table[row][size()];
    }
    return DataFrame.of(table, names());
  }

  private String[] names() {
    String[] names = new String[size() + 1];
    Arrays.setAll(names, index -> index == size() ? "y" : "x" + index);
    return names;
  }

  private double[] correlations(double[] target, double mean, double norm) {
    double[] correlations = new double[size()];
    for (int row = 0; row < features.rows(); row++) {
      double label = (target[row] - mean) / norm;
      for (int index = 0; index < correlations.length; index++) {
        correlations[index] += standardised(row, index) * label;
      }
    }
    return correlations;
  }

  /** Forward substitution with L. */
  private double[] solve(double[] right) {
    double[] solution = right.clone();
    for (int row = 0; row < solution.length; row++) {
      for (int column = 0; column < row; column++) {
        solution[row] -= factor.get(row, column) * solution[column];
      }
      solution[row] /= factor.get(row, row);
    }
    return solution;
  }

  /** Weights in standard deviations, as weights of the table's own columns. */
  double[] unscaled(double[] weights, double norm) {
    double[] unscaled = new double[features.columns()];
    for (int index = 0; index < weights.length; index++) {
      int column = columns.used()[index];
      unscaled[column] = weights[index] * norm / columns.norms()[column];
    }
    return unscaled;
  }

  /** What the intercept must be for the means to meet. */
  double intercept(double[] coefficients, double targetMean) {
    double intercept = targetMean;
    for (int column : columns.used()) {
      intercept -= coefficients[column] * columns.means()[column];
    }
    return intercept;
  }
}
