// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.schema.DistinctCounter;
import io.odometer.core.table.Hashes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each value comes: exact while there are no more than {@value #EXACT} different ones.
 * Beyond, Misra and Gries' summary (mergeable: Agarwal and others, 2013): every value that makes up
 * more than a thousandth is there, its count too low by {@link #undercount} at most, which is never
 * more than a thousandth of all. For one thread at a time.
 */
final class CategoryCounts {
  static final int EXACT = 2_000;
  private static final int KEPT = 1_000;
  private static final int LONGEST = 100;

  private final Map<String, Count> counts = new HashMap<>();
  private final DistinctCounter distinct = new DistinctCounter();
  private long total;
  private long undercount;

  /** Mutable, so that a value that is known costs one look-up. */
  private static final class Count {
    private long times;
  }

  void add(String value) {
    add(value.length() > LONGEST ? value.substring(0, LONGEST) : value, 1);
  }

  void merge(CategoryCounts other) {
    undercount += other.undercount;
    long before = total;
    distinct.merge(other.distinct);
    other.counts.forEach((value, count) -> add(value, count.times));
    total = before + other.total;
  }

  private void add(String value, long times) {
    Count known = counts.get(value);
    if (known == null) {
      known = new Count();
      counts.put(value, known);
      distinct.add(Hashes.of(value));
    }
    known.times += times;
    total += times;
    if (counts.size() > EXACT) {
      thin();
    }
  }

  private void thin() {
    long[] descending =
        counts.values().stream().mapToLong(count -> -count.times).sorted().toArray();
    long least = -descending[KEPT];
    counts.values().forEach(count -> count.times -= least);
    counts.values().removeIf(count -> count.times <= 0);
    undercount += least;
  }

  long total() {
    return total;
  }

  long undercount() {
    return undercount;
  }

  long distinct() {
    return undercount == 0 ? counts.size() : Math.min(distinct.count(), total);
  }

  /** Most frequent first, equals by name. */
  List<CategoryCount> all() {
    return counts.entrySet().stream()
        .map(entry -> new CategoryCount(entry.getKey(), entry.getValue().times))
        .sorted(
            Comparator.comparingLong(CategoryCount::count)
                .reversed()
                .thenComparing(CategoryCount::value))
        .toList();
  }
}
