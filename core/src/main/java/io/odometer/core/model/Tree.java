// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.Arrays;

/**
 * One regression tree as XGBoost stores it: parallel arrays, node 0 the root, a left child of -1
 * marks a leaf.
 *
 * @param value the split's condition (go left when the feature is less), or the leaf's value
 * @param missingLeft whether a missing feature goes left
 * @param depths the depth of each node, found while checking that the nodes are a tree
 */
record Tree(
    int[] left, int[] right, int[] feature, float[] value, boolean[] missingLeft, int[] depths) {

  static Tree of(
      int[] left,
      int[] right,
      int[] feature,
      float[] value,
      boolean[] missingLeft,
      int featureCount) {
    int nodes = left.length;
    if (nodes == 0
        || right.length != nodes
        || feature.length != nodes
        || value.length != nodes
        || missingLeft.length != nodes) {
      throw corrupt("has node arrays of different or no length");
    }
    int[] depths = depths(left, right);
    for (int node = 0; node < nodes; node++) {
      boolean split = depths[node] >= 0 && left[node] >= 0;
      if (depths[node] >= 0 && !Float.isFinite(value[node])) {
        throw corrupt("holds a number that is not finite");
      }
      if (split && (feature[node] < 0 || feature[node] >= featureCount)) {
        throw corrupt("splits on feature %d of %d".formatted(feature[node], featureCount));
      }
    }
    return new Tree(left, right, feature, value, missingLeft, depths);
  }

  /** Walks from the root; every node met twice or out of range makes it no tree. */
  private static int[] depths(int[] left, int[] right) {
    int[] depths = new int[left.length];
    Arrays.fill(depths, -1);
    int[] queue = new int[left.length];
    int end = 1;
    depths[0] = 0;
    for (int at = 0; at < end; at++) {
      int node = queue[at];
      if (left[node] < 0) {
        continue;
      }
      for (int child : new int[] {left[node], right[node]}) {
        if (child <= 0 || child >= left.length || depths[child] >= 0) {
          throw corrupt("is no tree at node " + node);
        }
        depths[child] = depths[node] + 1;
        queue[end++] = child;
      }
    }
    return depths;
  }

  boolean isLeaf(int node) {
    return left[node] < 0;
  }

  int depth() {
    return Arrays.stream(depths).max().orElse(0);
  }

  private static OdometerException corrupt(String what) {
    return new OdometerException(Errors.MODEL_CORRUPT, "a tree of the model " + what);
  }
}
