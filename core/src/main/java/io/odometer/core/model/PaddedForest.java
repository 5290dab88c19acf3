// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import java.util.List;
import java.util.Optional;

/**
 * Trees padded to perfect ones, so that a walk is arithmetic: the children of heap position {@code
 * p} are {@code 2p} and {@code 2p + 1}. Four trees are walked at once to keep the processor busy;
 * the four share the depth of the deepest.
 */
final class PaddedForest implements Model {
  private static final int TOGETHER = 4;

  /** Rows whose walks of one tree are interleaved. */
  static final int ROWS_TOGETHER = 8;

  private final Forest forest;
  private final int featureCount;
  private final float baseScore;
  private final int trees;
  private final int[] depths;
  private final long[] splits;
  private final float[] leaves;
  private Optional<LeafForest> byLeaves = Optional.empty();
  private boolean leavesAsked;

  PaddedForest(Forest forest) {
    this.forest = forest;
    featureCount = forest.featureCount();
    baseScore = forest.baseScore();
    trees = forest.trees().size();
    depths = depths(forest.trees());
    int size = Math.toIntExact(slots(forest.trees()));
    splits = new long[size];
    leaves = new float[size];
    int offset = 0;
    for (int tree = 0; tree < trees; tree++) {
      int depth = depths[tree / TOGETHER];
      pad(forest.trees().get(tree), 0, offset, 1, 0, depth);
      offset += 1 << depth;
    }
  }

  /** How many splits and leaves the padded trees hold. */
  static long slots(List<Tree> trees) {
    int[] depths = depths(trees);
    long slots = 0;
    for (int tree = 0; tree < trees.size(); tree++) {
      slots += 1L << depths[tree / TOGETHER];
    }
    return slots;
  }

  private static int[] depths(List<Tree> trees) {
    int[] depths = new int[(trees.size() + TOGETHER - 1) / TOGETHER];
    for (int tree = 0; tree < trees.size(); tree++) {
      int group = tree / TOGETHER;
      depths[group] = Math.max(depths[group], trees.get(tree).depth());
    }
    return depths;
  }

  /** Below a leaf every padded leaf holds the leaf's value, so it matters not where a walk goes. */
  private void pad(Tree tree, int node, int offset, int position, int level, int depth) {
    if (level == depth) {
      leaves[offset + position - (1 << depth)] = tree.value()[node];
      return;
    }
    boolean leaf = tree.isLeaf(node);
    if (!leaf) {
      int slot = Slots.of(tree.feature()[node], tree.missingLeft()[node]);
      splits[offset + position] = Slots.split(slot, tree.value()[node]);
    }
    int left = leaf ? node : tree.left()[node];
    int right = leaf ? node : tree.right()[node];
    pad(tree, left, offset, 2 * position, level + 1, depth);
    pad(tree, right, offset, 2 * position + 1, level + 1, depth);
  }

  @Override
  public String kind() {
    return "gbtree";
  }

  @Override
  public int featureCount() {
    return featureCount;
  }

  /** Made when first asked for, since most models only ever predict single rows. */
  @Override
  public synchronized Optional<LeafForest> leaves() {
    if (!leavesAsked) {
      leavesAsked = true;
      byLeaves = LeafForest.of(forest);
    }
    return byLeaves;
  }

  @Override
  public Predictor predictor() {
    return new PaddedPredictor(this);
  }

  float sum(int[] slots) {
    float sum = baseScore;
    int offset = 0;
    int tree = 0;
    for (; tree + TOGETHER <= trees; tree += TOGETHER) {
      int depth = depths[tree / TOGETHER];
      sum = addFour(sum, slots, offset, depth);
      offset += TOGETHER << depth;
    }
    for (; tree < trees; tree++) {
      int depth = depths[tree / TOGETHER];
      sum += leaf(slots, offset, depth);
      offset += 1 << depth;
    }
    return sum;
  }

  private float addFour(float sum, int[] slots, int first, int depth) {
    int size = 1 << depth;
    int second = first + size;
    int third = second + size;
    int fourth = third + size;
    int a = 1;
    int b = 1;
    int c = 1;
    int d = 1;
    for (int level = 0; level < depth; level++) {
      a = 2 * a + Slots.side(splits[first + a], slots);
      b = 2 * b + Slots.side(splits[second + b], slots);
      c = 2 * c + Slots.side(splits[third + c], slots);
      d = 2 * d + Slots.side(splits[fourth + d], slots);
    }
    float total = sum + leaves[first + a - size];
    total += leaves[second + b - size];
    total += leaves[third + c - size];
    return total + leaves[fourth + d - size];
  }

  private float leaf(int[] slots, int offset, int depth) {
    int position = 1;
    for (int level = 0; level < depth; level++) {
      position = 2 * position + Slots.side(splits[offset + position], slots);
    }
    return leaves[offset + position - (1 << depth)];
  }

  /**
   * Adds one tree after the other to every row's sum, eight rows at a time: their walks do not wait
   * for each other, and the tree stays in the nearest cache.
   *
   * @param slots of the rows one after the other, {@code width} of each, for a multiple of eight
   */
  void addTrees(int[] slots, int width, int rows, float[] sums) {
    int offset = 0;
    for (int tree = 0; tree < trees; tree++) {
      int depth = depths[tree / TOGETHER];
      for (int row = 0; row < rows; row += ROWS_TOGETHER) {
        addTree(offset, depth, slots, width, row, sums);
      }
      offset += 1 << depth;
    }
  }

  private void addTree(int tree, int depth, int[] slots, int width, int row, float[] sums) {
    int base = row * width;
    int a = 1;
    int b = 1;
    int c = 1;
    int d = 1;
    int e = 1;
    int f = 1;
    int g = 1;
    int h = 1;
    for (int level = 0; level < depth; level++) {
      a = 2 * a + Slots.side(splits[tree + a], slots, base);
      b = 2 * b + Slots.side(splits[tree + b], slots, base + width);
      c = 2 * c + Slots.side(splits[tree + c], slots, base + 2 * width);
      d = 2 * d + Slots.side(splits[tree + d], slots, base + 3 * width);
      e = 2 * e + Slots.side(splits[tree + e], slots, base + 4 * width);
      f = 2 * f + Slots.side(splits[tree + f], slots, base + 5 * width);
      g = 2 * g + Slots.side(splits[tree + g], slots, base + 6 * width);
      h = 2 * h + Slots.side(splits[tree + h], slots, base + 7 * width);
    }
    int leaf = tree - (1 << depth);
    sums[row] += leaves[leaf + a];
    sums[row + 1] += leaves[leaf + b];
    sums[row + 2] += leaves[leaf + c];
    sums[row + 3] += leaves[leaf + d];
    sums[row + 4] += leaves[leaf + e];
    sums[row + 5] += leaves[leaf + f];
    sums[row + 6] += leaves[leaf + g];
    sums[row + 7] += leaves[leaf + h];
  }

  float baseScore() {
    return baseScore;
  }
}
