// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

/** Rows of a file. What came in came out or was rejected. */
public record ScoringCounts(long rowsIn, long rowsOut, long rejects) {
  public static final ScoringCounts NONE = new ScoringCounts(0, 0, 0);

  public ScoringCounts {
    if (rowsIn != rowsOut + rejects || rowsOut < 0 || rejects < 0) {
      throw new IllegalArgumentException(
          "%d rows in are not %d out and %d rejects".formatted(rowsIn, rowsOut, rejects));
    }
  }

  public ScoringCounts plus(ScoringCounts other) {
    return new ScoringCounts(
        rowsIn + other.rowsIn, rowsOut + other.rowsOut, rejects + other.rejects);
  }

  /** 0 when there is no row. */
  public double rejectRate() {
    return rowsIn == 0 ? 0 : (double) rejects / rowsIn;
  }
}
