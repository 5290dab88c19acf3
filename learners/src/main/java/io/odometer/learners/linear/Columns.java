// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.linear;

import io.odometer.core.learner.FeatureMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which columns a fit uses, with their means and root sums of squares around them. Constant columns
 * are left out, and beyond a limit those that vary least with the target.
 *
 * @param used indices of the columns used, rising
 * @param means one a column of the table, used or not
 * @param norms square root of the sum of squares around the mean; more than 0 where used
 */
record Columns(int[] used, double[] means, double[] norms) {
  /** Below this share of its magnitude a column's spread is rounding. */
  private static final double CONSTANT = 1e-6;

  static Columns of(FeatureMatrix features, double[] target, int most) {
    double[] means = means(features);
    double[] squares = new double[means.length];
    double[] products = new double[means.length];
    double mean = Arrays.stream(target).average().orElse(0);
    for (int row = 0; row < features.rows(); row++) {
      for (int column = 0; column < means.length; column++) {
        double centred = features.at(row, column) - means[column];
        squares[column] += centred * centred;
        products[column] += centred * (target[row] - mean);
      }
    }
    double[] norms = Arrays.stream(squares).map(Math::sqrt).toArray();
    return new Columns(strongest(features.rows(), means, norms, products, most), means, norms);
  }

  private static double[] means(FeatureMatrix features) {
    double[] sums = new double[features.columns()];
    for (int row = 0; row < features.rows(); row++) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += features.at(row, column);
      }
    }
    return Arrays.stream(sums).map(sum -> sum / features.rows()).toArray();
  }

  private static int[] strongest(
      int rows, double[] means, double[] norms, double[] products, int most) {
    return IntStream.range(0, means.length)
        .filter(column -> norms[column] > CONSTANT * Math.sqrt(rows) * Math.abs(means[column]))
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(
                column -> -Math.abs(products[column]) / norms[column]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
