// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

/** Numbers the leaves of one tree from left to right. A tree has at most 64 leaves here. */
final class LeafNumbering {
  private final Tree tree;
  private final int index;
  private final SplitLeaves[] splits;
  private final float[] leaves;
  private int next;

  /**
   * @param splits takes what each split closes, by feature
   * @param leaves takes the leaves' values
   */
  LeafNumbering(Tree tree, int index, SplitLeaves[] splits, float[] leaves) {
    this.tree = tree;
    this.index = index;
    this.splits = splits;
    this.leaves = leaves;
  }

  void number() {
    visit(0);
  }

  /** The bits of the leaves below the node. */
  private long visit(int node) {
    if (tree.isLeaf(node)) {
      leaves[LeafForest.leafAt(index, next)] = tree.value()[node];
      return 1L << next++;
    }
    long left = visit(tree.left()[node]);
    long right = visit(tree.right()[node]);
    splits[tree.feature()[node]].add(tree.value()[node], tree.missingLeft()[node], index, left);
    return left | right;
  }
}
