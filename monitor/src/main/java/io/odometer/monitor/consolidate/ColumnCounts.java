// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How many rows had a column, for a bounded number of names. For one thread. */
final class ColumnCounts {
  /** Stands for all that come after the first few hundred names. */
  static final String OTHERS = "…";

  private static final int NAMES = 500;
  private static final int LONGEST = 200;

  private final Map<String, Long> counts = new TreeMap<>();

  void add(String name) {
    String brief = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + OTHERS;
    boolean room = counts.size() < NAMES || counts.containsKey(brief);
    counts.merge(room ? brief : OTHERS, 1L, Long::sum);
  }

  Map<String, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }
}
