// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.linear;

import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.regression.ElasticNet;
import smile.regression.LASSO;
import smile.regression.LinearModel;
import smile.regression.RidgeRegression;

/**
 * What keeps weights small: lambda times a mix of their sizes and squares, per row and in standard
 * deviations. Smile's fits penalise the sum over rows instead, hence the factors.
 *
 * @param l1 the share of the weights' sizes, 0 for ridge and 1 for lasso
 */
record Penalty(double lambda, double l1) {
  private static final Formula FORMULA = Formula.lhs("y");
  private static final double TOLERANCE = 1e-5;
  private static final int ITERATIONS = 1000;

  /** One weight a column of the table. */
  double[] fit(DataFrame table) {
    double sizes = 2 * table.size() * lambda * l1;
    double squares = table.size() * lambda * (1 - l1);
    return model(table, sizes, squares).coefficients();
  }

  private static LinearModel model(DataFrame table, double sizes, double squares) {
    if (sizes == 0) {
      return RidgeRegression.fit(FORMULA, table, squares);
    }
    return squares == 0
        ? LASSO.fit(FORMULA, table, sizes, TOLERANCE, ITERATIONS)
        : ElasticNet.fit(FORMULA, table, sizes, squares, TOLERANCE, ITERATIONS);
  }
}
