// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the splits on one feature and what each closes. For one thread. */
final class SplitLeaves {
  private record Split(int condition, boolean missingLeft, int tree, long closed) {}

  private final List<Split> splits = new ArrayList<>();

  /**
   * @param closed the leaves on the left, which a row that goes right does not reach
   */
  void add(float condition, boolean missingLeft, int tree, long closed) {
    splits.add(new Split(Slots.ordered(condition), missingLeft, tree, closed));
  }

  /**
   * A row for each distinct condition: a value that is not below it goes right there, and at every
   * lower one.
   */
  FeatureLeaves table(long[] all) {
    splits.sort(Comparator.comparingInt(Split::condition));
    int[] conditions = splits.stream().mapToInt(Split::condition).distinct().toArray();
    long[][] rows = new long[conditions.length + 1][];
    rows[0] = all;
    int split = 0;
    for (int i = 0; i < conditions.length; i++) {
      rows[i + 1] = rows[i].clone();
      for (; split < splits.size() && splits.get(split).condition == conditions[i]; split++) {
        close(splits.get(split), rows[i + 1]);
      }
    }
    return new FeatureLeaves(conditions, rows, missing(all));
  }

  private long[] missing(long[] all) {
    long[] missing = all.clone();
    splits.stream().filter(split -> !split.missingLeft).forEach(split -> close(split, missing));
    return splits.isEmpty() ? all : missing;
  }

  private static void close(Split split, long[] open) {
    open[split.tree] &= ~split.closed;
  }
}
