// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How numbers are spread.
 *
 * @param buckets ten of equal width; counts come from the sketch, so they are exact while it holds
 *     every value
 */
@JsonNaming(SnakeCaseStrategy.class)
public record KllStatistics(List<Bucket> buckets, Sketch sketch) {
  private static final int BUCKETS = 10;

  /** Half-open but for the last one. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Bucket(double lowerBound, double upperBound, double count) {}

  /**
   * A KLL sketch.
   *
   * @param data a value on level i stands for 2<sup>i</sup> observations
   */
  public record Sketch(Parameters parameters, List<List<Double>> data) {
    public Sketch {
      data = data.stream().map(List::copyOf).toList();
    }
  }

  /** How much smaller a level is than the one above, and how large the top is. */
  public record Parameters(double c, double k) {}

  public KllStatistics {
    buckets = List.copyOf(buckets);
  }

  static KllStatistics of(double least, double most, List<List<Double>> data) {
    Sketch sketch = new Sketch(new Parameters(KllLevels.SHRINK, KllLevels.WIDTH), data);
    return new KllStatistics(buckets(least, most, NumberDistribution.of(data)), sketch);
  }

  private static List<Bucket> buckets(double least, double most, NumberDistribution numbers) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      double lower = edge(least, most, i);
      double upper = edge(least, most, i + 1);
      double below = i == 0 ? 0 : numbers.below(lower);
      double upTo = i == BUCKETS - 1 ? numbers.count() : numbers.below(upper);
      buckets.add(new Bucket(lower, upper, upTo - below));
    }
    return buckets;
  }

  /** Halves are subtracted, so that the distance of huge numbers is no infinity. */
  private static double edge(double least, double most, int i) {
    double step = (most / 2 - least / 2) / BUCKETS * 2;
    return i == BUCKETS ? most : least + step * i;
  }
}
