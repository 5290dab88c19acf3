// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.scorer.parquet.Columns;
import io.odometer.scorer.plan.TextSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at a file.
 *
 * @param checksum CRC-32C of the file as it was dropped
 * @param columns of a Parquet file
 */
record PreparedText(
    TextSource source,
    long checksum,
    long rows,
    List<ScoringRange> ranges,
    @Nullable Columns columns) {

  /**
   * @throws OdometerException {@code Data.Empty} if there is a header and nothing else
   */
  static PreparedText of(TextSource source, long checksum, RangeCutter cutter, boolean headed) {
    long rows = cutter.records() - (headed ? 1 : 0);
    if (rows == 0) {
      throw new OdometerException(Errors.DATA_EMPTY, "it has a header but no row");
    }
    return new PreparedText(source, checksum, rows, cutter.ranges(headed), null);
  }

  PreparedText of(Columns parquet) {
    return new PreparedText(source, checksum, rows, ranges, parquet);
  }
}
