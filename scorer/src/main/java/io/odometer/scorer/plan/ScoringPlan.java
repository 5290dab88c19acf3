// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.scorer.parquet.Columns;
import org.jspecify.annotations.Nullable;

/**
 * How one file is scored, as {@code preprocess} leaves it for {@code score} and {@code publish}.
 *
 * @param inputChecksum CRC-32C of the file
 * @param source the text that is read
 * @param rows how many there are: for sampling
 * @param ranges how many the text was cut into
 * @param parquet the columns of a Parquet file, which comes back as one; absent for text
 */
public record ScoringPlan(
    ScoringOrder order,
    long inputChecksum,
    TextSource source,
    long rows,
    int ranges,
    @Nullable Columns parquet) {
  /** Whether an empty line is a row: Parquet has one where a row's only cell is missing. */
  public boolean hasEmptyRows() {
    return parquet != null;
  }
}
