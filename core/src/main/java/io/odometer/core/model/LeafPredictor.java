// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

/** Predicts rows from what their cells leave open. For one thread at a time. */
public final class LeafPredictor {
  private final LeafForest forest;
  private final int trees;
  private final long[] first;
  private final long[] second;
  private final long[] third;
  private final long[] fourth;

  LeafPredictor(LeafForest forest) {
    this.forest = forest;
    this.trees = forest.words();
    this.first = new long[trees];
    this.second = new long[trees];
    this.third = new long[trees];
    this.fourth = new long[trees];
  }

  /**
   * Predicts each row to the same bit as walking it would: leaves are added in the trees' order.
   *
   * @param open what each of a row's cells leaves open, row after row
   * @param width cells of a row, at least one
   * @param predictions gets one value a row
   */
  public void predict(long[][] open, int width, int rows, double[] predictions) {
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      meet(open, row * width, width, first);
      meet(open, (row + 1) * width, width, second);
      meet(open, (row + 2) * width, width, third);
      meet(open, (row + 3) * width, width, fourth);
      addFour(row, predictions);
    }
    for (; row < rows; row++) {
      meet(open, row * width, width, first);
      predictions[row] = sum(first);
    }
  }

  /** What all cells leave open together. */
  private void meet(long[][] open, int from, int width, long[] met) {
    System.arraycopy(open[from], 0, met, 0, trees);
    int cell = 1;
    for (; cell + 2 <= width; cell += 2) {
      and(met, open[from + cell], open[from + cell + 1]);
    }
    if (cell < width) {
      and(met, open[from + cell], forest.all());
    }
  }

  private void and(long[] met, long[] left, long[] right) {
    for (int tree = 0; tree < trees; tree++) {
      met[tree] &= left[tree] & right[tree];
    }
  }

  /** Four sums at a time do not wait for each other's additions. */
  private void addFour(int row, double[] predictions) {
    float a = forest.baseScore();
    float b = a;
    float c = a;
    float d = a;
    for (int tree = 0; tree < trees; tree++) {
      a += forest.leaf(tree, first[tree]);
      b += forest.leaf(tree, second[tree]);
      c += forest.leaf(tree, third[tree]);
      d += forest.leaf(tree, fourth[tree]);
    }
    predictions[row] = a;
    predictions[row + 1] = b;
    predictions[row + 2] = c;
    predictions[row + 3] = d;
  }

  private float sum(long[] met) {
    float sum = forest.baseScore();
    for (int tree = 0; tree < trees; tree++) {
      sum += forest.leaf(tree, met[tree]);
    }
    return sum;
  }
}
