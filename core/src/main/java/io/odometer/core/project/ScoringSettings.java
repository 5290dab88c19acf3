// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import io.odometer.core.error.OdometerException;
import io.odometer.core.filter.RecordPath;
import tools.jackson.databind.JsonNode;

/**
 * How files are scored.
 *
 * @param inputFilter the part of a record that the models see
 * @param outputFilter the part of the joined record that is written
 * @param maxRejectRate the largest share of rows that may be rejected before nothing is published
 * @param neutralizeFormulas whether text that a spreadsheet would run as a formula is disarmed
 * @param captureShare the share of scored rows that is left for monitoring
 */
public record ScoringSettings(
    RecordPath inputFilter,
    JoinSource joinSource,
    RecordPath outputFilter,
    double maxRejectRate,
    boolean neutralizeFormulas,
    double captureShare) {
  public static final ScoringSettings DEFAULT =
      new ScoringSettings(RecordPath.WHOLE, JoinSource.INPUT, RecordPath.WHOLE, 1, false, 0.1);

  public ScoringSettings {
    if (!(maxRejectRate >= 0 && maxRejectRate <= 1)) {
      throw new IllegalArgumentException("maxRejectRate is between 0 and 1");
    }
    if (!(captureShare >= 0 && captureShare <= 1)) {
      throw new IllegalArgumentException("captureShare is between 0 and 1");
    }
  }

  /**
   * These settings for one file: what its {@code <name>.job.json} says goes first.
   *
   * @throws OdometerException {@code Job.Invalid} with all mistakes
   */
  public ScoringSettings with(JsonNode job) {
    return ScoringReader.job(job, this);
  }
}
