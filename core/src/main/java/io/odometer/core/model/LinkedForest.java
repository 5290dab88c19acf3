// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

/**
 * Trees as linked nodes, for those too deep or too lopsided to pad. All trees lie in one array, the
 * two children of a split side by side.
 */
final class LinkedForest implements Model {
  private static final int LEAF = -1;

  private final int featureCount;
  private final float baseScore;
  private final int[] roots;
  private final long[] splits;
  private final int[] lefts;
  private final float[] leaves;

  LinkedForest(Forest forest) {
    featureCount = forest.featureCount();
    baseScore = forest.baseScore();
    int nodes = forest.trees().stream().mapToInt(tree -> tree.left().length).sum();
    roots = new int[forest.trees().size()];
    splits = new long[nodes];
    lefts = new int[nodes];
    leaves = new float[nodes];
    int next = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = next;
      next = place(forest.trees().get(tree), next);
    }
  }

  /** Level by level, so that no depth of tree can exhaust the stack. */
  private int place(Tree tree, int root) {
    int[] sources = new int[tree.left().length];
    int end = 1;
    for (int at = 0; at < end; at++) {
      int source = sources[at];
      int node = root + at;
      if (tree.isLeaf(source)) {
        lefts[node] = LEAF;
        leaves[node] = tree.value()[source];
      } else {
        int slot = Slots.of(tree.feature()[source], tree.missingLeft()[source]);
        splits[node] = Slots.split(slot, tree.value()[source]);
        lefts[node] = root + end;
        sources[end++] = tree.left()[source];
        sources[end++] = tree.right()[source];
      }
    }
    return root + end;
  }

  @Override
  public String kind() {
    return "gbtree";
  }

  @Override
  public int featureCount() {
    return featureCount;
  }

  @Override
  public Predictor predictor() {
    int[] slots = new int[2 * featureCount];
    return features -> {
      Features.check(features, featureCount);
      Slots.fill(features, 0, featureCount, slots, 0);
      return sum(slots);
    };
  }

  private float sum(int[] slots) {
    float sum = baseScore;
    for (int root : roots) {
      int node = root;
      for (int left = lefts[node]; left != LEAF; left = lefts[node]) {
        node = left + Slots.side(splits[node], slots);
      }
      sum += leaves[node];
    }
    return sum;
  }
}
