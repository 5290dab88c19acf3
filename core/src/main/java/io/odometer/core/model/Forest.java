// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import java.util.List;

/**
 * Boosted trees as read: the prediction is the base score and one leaf of each tree, summed in
 * single precision in tree order, which is what makes it equal to XGBoost to the last bit.
 */
record Forest(int featureCount, float baseScore, List<Tree> trees) {
  /** Up to here padding is cheap whatever the trees look like. */
  private static final long SMALL = 1 << 16;

  private static final int DEEPEST_PADDED = 16;

  Forest {
    trees = List.copyOf(trees);
  }

  /** Padded to perfect trees where that costs little memory, which is several times faster. */
  Model model() {
    return worthPadding() ? new PaddedForest(this) : new LinkedForest(this);
  }

  private boolean worthPadding() {
    if (trees.stream().anyMatch(tree -> tree.depth() > DEEPEST_PADDED)) {
      return false;
    }
    long nodes = trees.stream().mapToLong(tree -> tree.left().length).sum();
    return PaddedForest.slots(trees) <= Math.max(SMALL, 4 * nodes);
  }
}
