// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners;

import io.odometer.core.learner.FeatureMatrix;
import io.odometer.core.learner.LabelledMatrix;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables of known make. */
public final class Tables {
  private Tables() {}

  /** Few distinct values a column and some missing, so that rows fall exactly on split points. */
  public static LabelledMatrix stepped(int rows, int columns, double missing, long seed) {
    Random random = new Random(seed);
    float[] values = new float[rows * columns];
    double[] labels = new double[rows];
    for (int index = 0; index < values.length; index++) {
      values[index] = random.nextDouble() < missing ? Float.NaN : random.nextInt(-20, 21) / 8f;
    }
    for (int row = 0; row < rows; row++) {
      labels[row] = 20_000 + 500 * random.nextGaussian();
      for (int column = 0; column < columns; column++) {
        float value = values[row * columns + column];
        labels[row] += Float.isNaN(value) ? 700 : 1000 * value * value / (column + 1);
      }
    }
    return new LabelledMatrix(matrix(rows, columns, values), labels);
  }

  /** Labels that are {@code 5 + 1·x0 + 2·x1 + …} and noise. */
  public static LabelledMatrix linear(int rows, int columns, double noise, long seed) {
    Random random = new Random(seed);
    float[] values = new float[rows * columns];
    double[] labels = new double[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = 5 + noise * random.nextGaussian();
      for (int column = 0; column < columns; column++) {
        float value = (float) ((column + 1) * random.nextGaussian() + column);
        values[row * columns + column] = value;
        labels[row] += (column + 1) * value;
      }
    }
    return new LabelledMatrix(matrix(rows, columns, values), labels);
  }

  public static FeatureMatrix matrix(int rows, int columns, float[] values) {
    return new FeatureMatrix(
        IntStream.range(0, columns).mapToObj(column -> "x" + column).toList(), rows, values);
  }

  public static float[] row(FeatureMatrix features, int row) {
    int columns = features.columns();
    return Arrays.copyOfRange(features.values(), row * columns, (row + 1) * columns);
  }
}
