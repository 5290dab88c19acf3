// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.split;

import io.odometer.core.project.Split;
import io.odometer.core.table.Cells;
import io.odometer.core.table.Hashes;
import java.util.List;

/**
 * Decides a row's part from what the row says and the seed alone: a row stays where it was when
 * others come, equal rows stay together, and neither the order of columns nor columns in which the
 * row says nothing matter. Immutable, safe for use by many threads.
 */
public final class RowSplitter {
  private final Split split;
  private final long[] columns;

  public RowSplitter(List<String> columns, Split split) {
    this.split = split;
    this.columns = columns.stream().mapToLong(Hashes::of).toArray();
  }

  /**
   * @param hash the row's {@link #hash}
   */
  public Part part(long hash) {
    double place = 100 * Hashes.unit(Hashes.mix(hash + Hashes.mix(split.seed() + 1)));
    if (place < split.train()) {
      return Part.TRAIN;
    }
    return place < split.train() + split.validation() ? Part.VALIDATION : Part.TEST;
  }

  /**
   * Equal for equal rows, and different for different ones but by a chance of one in 2^64.
   *
   * @param cells one a column
   */
  public long hash(String[] cells) {
    long sum = 0;
    for (int i = 0; i < cells.length; i++) {
      if (!Cells.isMissing(cells[i])) {
        sum += Hashes.mix(columns[i] ^ Long.rotateLeft(Hashes.of(Cells.normalise(cells[i])), 17));
      }
    }
    return sum;
  }
}
