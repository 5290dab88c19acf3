// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import java.util.List;

/**
 * What a feature's chart shows.
 *
 * @param labels of the categories or, one more than there are shares, the edges between buckets
 * @param baseline share of the baseline's values in each
 * @param current share of the window's values in each
 */
record Bars(String feature, List<String> labels, List<Double> baseline, List<Double> current) {
  Bars {
    labels = List.copyOf(labels);
    baseline = List.copyOf(baseline);
    current = List.copyOf(current);
  }

  String tip(int index, String label) {
    return "%s: baseline %s, now %s"
        .formatted(label, Figures.share(baseline.get(index)), Figures.share(current.get(index)));
  }

  double most() {
    double most = 0;
    for (int i = 0; i < baseline.size(); i++) {
      most = Math.max(most, Math.max(baseline.get(i), current.get(i)));
    }
    return most;
  }

  String title() {
    return "Shares of " + feature + ", baseline against now";
  }
}
