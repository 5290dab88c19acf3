// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Statistics of a column of names or text, as SageMaker writes them.
 *
 * @param distinctCount exact up to 2,000 names or 8,192 texts, estimated beyond
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StringStatistics(
    CommonStatistics common, double distinctCount, Distribution distribution) {

  /** The only member are the categories. */
  public record Distribution(Categorical categorical) {}

  /**
   * How often each value came.
   *
   * @param buckets most frequent first; empty for text
   */
  public record Categorical(List<CategoryCount> buckets) {
    public Categorical {
      buckets = List.copyOf(buckets);
    }
  }

  static StringStatistics of(CommonStatistics common, long distinct, List<CategoryCount> counts) {
    return new StringStatistics(common, distinct, new Distribution(new Categorical(counts)));
  }
}
