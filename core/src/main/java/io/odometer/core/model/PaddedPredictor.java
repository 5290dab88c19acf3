// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import java.util.Arrays;

/** Evaluates a padded forest, one row or many. For one thread at a time. */
final class PaddedPredictor implements Predictor {
  /** Rows whose slots fit in the nearest cache beside a tree. */
  private static final int BLOCK = 64;

  private final PaddedForest forest;
  private final int width;
  private final int[] slots;
  private final int[] blockSlots;
  private final float[] sums = new float[BLOCK];

  PaddedPredictor(PaddedForest forest) {
    this.forest = forest;
    // One slot pair at least: the padding of a tree without splits reads it.
    this.width = 2 * Math.max(1, forest.featureCount());
    this.slots = new int[width];
    this.blockSlots = new int[width * BLOCK];
  }

  @Override
  public double predict(float[] features) {
    Features.check(features, forest.featureCount());
    Slots.fill(features, 0, features.length, slots, 0);
    return forest.sum(slots);
  }

  @Override
  public void predict(float[] features, int width, int rows, double[] predictions) {
    Features.checkWidth(width, forest.featureCount());
    for (int row = 0; row < rows; row += BLOCK) {
      block(features, row, Math.min(BLOCK, rows - row), predictions);
    }
  }

  private void block(float[] features, int first, int rows, double[] predictions) {
    int count = forest.featureCount();
    for (int row = 0; row < rows; row++) {
      Slots.fill(features, (first + row) * count, count, blockSlots, row * width);
    }
    Arrays.fill(sums, forest.baseScore());
    int together = PaddedForest.ROWS_TOGETHER;
    forest.addTrees(blockSlots, width, (rows + together - 1) / together * together, sums);
    for (int row = 0; row < rows; row++) {
      predictions[first + row] = sums[row];
    }
  }
}
