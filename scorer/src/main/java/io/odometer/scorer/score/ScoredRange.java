// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.training.ObjectVersion;

/** Output of {@code score}: three objects in the work bucket, and what is in them. */
public record ScoredRange(
    int index,
    ScoringCounts counts,
    Part output,
    Part rejects,
    Part capture,
    @JsonProperty("reasons") Reasons reasons) {
  /**
   * A part of a published object.
   *
   * @param checksum CRC-32C
   */
  public record Part(ObjectVersion object, long checksum) {}
}
