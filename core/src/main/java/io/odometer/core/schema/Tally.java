// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts names, as many different ones as fit; the first ones seen. */
final class Tally {
  private final int most;
  private final Map<String, int[]> counts = new HashMap<>();

  Tally(int most) {
    this.most = most;
  }

  void add(String name) {
    int[] count = counts.get(name);
    if (count != null) {
      count[0]++;
    } else if (counts.size() < most) {
      counts.put(name, new int[] {1});
    }
  }

  int size() {
    return counts.size();
  }

  /** Most frequent first, equals by name. */
  List<String> top(int limit) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, int[]> entry) -> -entry.getValue()[0])
                .thenComparing(Map.Entry::getKey))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The names that at least {@code least} cells had, most frequent first. */
  List<String> atLeast(long least, int limit) {
    return top(limit).stream().filter(name -> count(name) >= least).toList();
  }

  int count(String name) {
    int[] count = counts.get(name);
    return count == null ? 0 : count[0];
  }

  long total(List<String> names) {
    return names.stream().mapToLong(this::count).sum();
  }
}
