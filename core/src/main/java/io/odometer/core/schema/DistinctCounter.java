// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.table.HashSet64;

/**
 * Counts different hashes in constant memory: exactly up to 8,192 of them, then by adaptive
 * sampling (Flajolet, "On adaptive sampling", 1990) within about 2 %.
 */
final class DistinctCounter {
  private static final int MOST = 8_192;

  private final HashSet64 kept = new HashSet64();
  private int level;

  void add(long hash) {
    if (isSampled(hash) && kept.add(hash) && kept.size() > MOST) {
      level++;
      kept.retainIf(this::isSampled);
    }
  }

  long count() {
    return (long) kept.size() << level;
  }

  private boolean isSampled(long hash) {
    return Long.numberOfTrailingZeros(hash == 0 ? 1 : hash) >= level;
  }
}
