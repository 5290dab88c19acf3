// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * A forest by the leaves that each value of a feature leaves open: one word a tree, one bit a leaf,
 * from left to right. A split that sends a row to the right closes the leaves on its left; the
 * leftmost leaf that no feature of the row has closed is the one where its walk ends (Lucchese et
 * al., QuickScorer, SIGIR 2015). What a value leaves open is looked up, not computed, so a row
 * costs an AND for each feature and tree, whatever the depth. Immutable, safe for use by many
 * threads.
 */
public final class LeafForest {
  private static final int MOST_LEAVES = Long.SIZE;
  private static final long MOST_BYTES = 16L << 20;

  private final float baseScore;
  private final int trees;
  private final float[] leaves;
  private final FeatureLeaves[] features;
  private final long[] all;

  private LeafForest(Forest forest) {
    this.baseScore = forest.baseScore();
    this.trees = forest.trees().size();
    this.leaves = new float[trees * MOST_LEAVES];
    this.all = new long[trees];
    Arrays.fill(all, -1);
    SplitLeaves[] splits = new SplitLeaves[forest.featureCount()];
    Arrays.setAll(splits, feature -> new SplitLeaves());
    for (int tree = 0; tree < trees; tree++) {
      new LeafNumbering(forest.trees().get(tree), tree, splits, leaves).number();
    }
    this.features = new FeatureLeaves[splits.length];
    Arrays.setAll(features, feature -> splits[feature].table(all));
  }

  /**
   * Nothing where a tree has more leaves than a word has bits, or the tables would be too large.
   */
  static Optional<LeafForest> of(Forest forest) {
    boolean small =
        forest.trees().stream().mapToInt(LeafForest::leaves).max().orElse(0) <= MOST_LEAVES;
    return small && bytes(forest) <= MOST_BYTES
        ? Optional.of(new LeafForest(forest))
        : Optional.empty();
  }

  /** At most: splits on the same value share a row. */
  private static long bytes(Forest forest) {
    long splits = forest.trees().stream().mapToLong(tree -> leaves(tree) - 1L).sum();
    return (splits + 2L * forest.featureCount()) * forest.trees().size() * Long.BYTES;
  }

  private static int leaves(Tree tree) {
    return (int) Arrays.stream(tree.depths()).filter(depth -> depth >= 0).count() / 2 + 1;
  }

  /** One word a tree. */
  public int words() {
    return trees;
  }

  /** Every leaf: what a feature that no split asks for leaves open. Nobody writes it. */
  public long[] all() {
    return all;
  }

  /** What the feature's value leaves open, NaN for missing. Nobody writes it. */
  public long[] open(int feature, float value) {
    return features[feature].open(value);
  }

  /** A predictor with scratch space of its own. */
  public LeafPredictor predictor() {
    return new LeafPredictor(this);
  }

  float baseScore() {
    return baseScore;
  }

  /** The value of the leftmost open leaf. */
  float leaf(int tree, long open) {
    return leaves[tree * MOST_LEAVES + Long.numberOfTrailingZeros(open)];
  }

  static int leafAt(int tree, int number) {
    return tree * MOST_LEAVES + number;
  }
}
