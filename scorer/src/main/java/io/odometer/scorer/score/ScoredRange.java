// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import java.util.List;
import java.util.stream.Stream;

/** What {@code score} left of a range: three objects in the work bucket, and what is in them. */
public record ScoredRange(
    int index,
    ScoringCounts counts,
    Part output,
    Part rejects,
    Part capture,
    @JsonProperty("reasons") Reasons reasons) {
  static final String OUTPUT = "output";
  static final String REJECTS = "rejects";
  static final String CAPTURE = "capture";

  /** The description itself. */
  static final String DESCRIPTION = "range.json";

  /** Everything that was left of the range whose description lies there. */
  public static List<ObjectKey> objects(ObjectKey description) {
    String folder = description.path().substring(0, description.path().lastIndexOf('/'));
    ObjectKey parent = new ObjectKey(description.bucket(), folder);
    return Stream.of(OUTPUT, REJECTS, CAPTURE, DESCRIPTION).map(parent::child).toList();
  }

  /**
   * A part of a published object.
   *
   * @param checksum CRC-32C
   */
  public record Part(ObjectVersion object, long checksum) {}
}
