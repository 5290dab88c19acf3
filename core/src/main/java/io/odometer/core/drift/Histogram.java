// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.util.List;

/**
 * A feature's values in the same buckets for baseline and sample.
 *
 * @param edges of the buckets, one more than there are; empty for categories. The first and the
 *     last one also hold what lies beyond
 * @param labels of the buckets
 * @param baseline the share of values in each
 * @param current the share of values in each
 */
public record Histogram(
    List<Double> edges, List<String> labels, List<Double> baseline, List<Double> current) {
  public Histogram {
    edges = List.copyOf(edges);
    labels = List.copyOf(labels);
    baseline = List.copyOf(baseline);
    current = List.copyOf(current);
  }
}
