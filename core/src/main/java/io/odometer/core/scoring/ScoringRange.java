// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

/**
 * Whole records of a file: bytes {@code start} to {@code end}.
 *
 * @param line where the first of them begins; the first line is 1
 */
public record ScoringRange(int index, long start, long end, long line) {
  public ScoringRange {
    if (index < 0 || start < 0 || end < start || line < 1) {
      throw new IllegalArgumentException("no range: %d, %d to %d".formatted(index, start, end));
    }
  }

  public long length() {
    return end - start;
  }
}
