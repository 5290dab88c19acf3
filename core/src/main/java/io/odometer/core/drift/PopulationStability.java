// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.NumberDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The population stability index: 0.1 is a small change, 0.25 a large one. Half an observation is
 * added to each bin, so that empty ones do not make it infinite.
 */
final class PopulationStability {
  private static final int BINS = 10;

  private PopulationStability() {}

  /** Over the tenths of the baseline. */
  static double of(NumberDistribution baseline, NumberDistribution current) {
    double[] edges = edges(baseline);
    return index(counts(baseline, edges), counts(current, edges));
  }

  static double of(Categories categories) {
    List<Categories.Moved> all = categories.all();
    return index(
        all.stream().mapToDouble(Categories.Moved::baseline).toArray(),
        all.stream().mapToDouble(Categories.Moved::current).toArray());
  }

  private static double[] edges(NumberDistribution baseline) {
    return IntStream.range(1, BINS)
        .mapToDouble(bin -> baseline.quantile((double) bin / BINS))
        .distinct()
        .toArray();
  }

  private static double[] counts(NumberDistribution numbers, double[] edges) {
    double[] counts = new double[edges.length + 1];
    double below = 0;
    for (int i = 0; i < edges.length; i++) {
      counts[i] = numbers.below(edges[i]) - below;
      below = numbers.below(edges[i]);
    }
    counts[edges.length] = numbers.count() - below;
    return counts;
  }

  private static double index(double[] baseline, double[] current) {
    double index = 0;
    for (int i = 0; i < baseline.length; i++) {
      double was = share(baseline, i);
      double is = share(current, i);
      index += (is - was) * Math.log(is / was);
    }
    return index;
  }

  private static double share(double[] counts, int i) {
    double total = Arrays.stream(counts).sum();
    return (counts[i] + 0.5) / (total + 0.5 * counts.length);
  }
}
