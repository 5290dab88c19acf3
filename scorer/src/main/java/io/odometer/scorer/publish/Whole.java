// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.publish;

import io.odometer.core.scoring.ScoringCounts;
import io.odometer.scorer.plan.ScoringPlan;
import io.odometer.scorer.score.Reasons;
import io.odometer.scorer.score.ScoredRange;
import io.odometer.scorer.score.ScoredRange.Part;
import java.util.List;
import java.util.function.Function;

/** All ranges of a file together, in order. */
record Whole(List<ScoredRange> ranges) {
  Whole {
    ranges = List.copyOf(ranges);
    for (int i = 0; i < ranges.size(); i++) {
      require(ranges.get(i).index() == i, "range %d is missing".formatted(i));
    }
  }

  /** As many ranges as the plan has, in their order. */
  static Whole of(ScoringPlan plan, List<ScoredRange> ranges) {
    require(
        ranges.size() == plan.ranges(),
        "%d ranges were scored, not %d".formatted(ranges.size(), plan.ranges()));
    return new Whole(ranges);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  ScoringCounts counts() {
    return ranges.stream().map(ScoredRange::counts).reduce(ScoringCounts.NONE, ScoringCounts::plus);
  }

  Reasons reasons() {
    Reasons all = new Reasons();
    ranges.forEach(range -> all.addAll(range.reasons()));
    return all;
  }

  /** The output's parts; one at least, even when every row was rejected. */
  List<Part> outputs() {
    List<Part> outputs = parts(ScoredRange::output);
    return outputs.isEmpty() ? List.of(ranges.getFirst().output()) : outputs;
  }

  /** Parts that hold something. */
  List<Part> parts(Function<ScoredRange, Part> kind) {
    return ranges.stream().map(kind).filter(part -> part.object().size() > 0).toList();
  }

  static long checksum(List<Part> parts) {
    long checksum = 0;
    for (Part part : parts) {
      checksum = Crc32cs.combine(checksum, part.checksum(), part.object().size());
    }
    return checksum;
  }
}
