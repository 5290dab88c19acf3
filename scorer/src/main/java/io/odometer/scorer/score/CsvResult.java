// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.scoring.ScoringCounts;
import org.jspecify.annotations.Nullable;

/** Gathers what becomes of the rows of one block of a CSV. For one thread. */
final class CsvResult {
  private final RowOutput output;
  private final Rejects rejects;
  private final CaptureRows capture;
  private long rowsOut;

  CsvResult(RowOutput output, Rejects rejects, CaptureRows capture) {
    this.output = output;
    this.rejects = rejects;
    this.capture = capture;
  }

  void accept(RawRecord record, @Nullable String[] cells, double[] values) {
    output.add(record, cells, values);
    rowsOut++;
  }

  void reject(RawRecord record, String reason, String text) {
    rejects.add(record, reason, text);
  }

  CaptureRows capture() {
    return capture;
  }

  ScoredBlock end() {
    return new ScoredBlock(
        output.text(),
        rejects.text(),
        capture.text(),
        new ScoringCounts(rowsOut + rejects.count(), rowsOut, rejects.count()),
        rejects.reasons());
  }
}
