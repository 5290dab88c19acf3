// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.table.HashSet64;

/**
 * Counts different hashes in constant memory: exactly up to 8,192 of them, then by adaptive
 * sampling (Flajolet, "On adaptive sampling", 1990) within about 2 %. The order of the hashes does
 * not matter, nor do those that come twice. For one thread at a time.
 */
public final class DistinctCounter {
  private static final int MOST = 8_192;

  private final HashSet64 kept = new HashSet64();
  private int level;

  public void add(long hash) {
    if (isSampled(hash) && kept.add(hash)) {
      thin();
    }
  }

  /** Counts what the other one has counted, too. */
  public void merge(DistinctCounter other) {
    level = Math.max(level, other.level);
    kept.retainIf(this::isSampled);
    other.kept.forEach(this::add);
  }

  public long count() {
    return (long) kept.size() << level;
  }

  private void thin() {
    while (kept.size() > MOST) {
      level++;
      kept.retainIf(this::isSampled);
    }
  }

  private boolean isSampled(long hash) {
    return Long.numberOfTrailingZeros(hash == 0 ? 1 : hash) >= level;
  }
}
