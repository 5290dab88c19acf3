// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.CategoryCount;
import io.odometer.core.profile.FeatureStatistics;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The categories of two samples side by side, the one whose share moved most first. */
record Categories(List<Moved> all, long baselineTotal, long currentTotal) {

  /** One category. */
  record Moved(String value, long baseline, long current, double difference) {}

  static Categories of(FeatureStatistics baseline, FeatureStatistics current) {
    Map<String, Long> before = counts(baseline);
    Map<String, Long> now = counts(current);
    TreeSet<String> values = new TreeSet<>(before.keySet());
    values.addAll(now.keySet());
    List<Moved> all =
        values.stream()
            .map(
                value -> {
                  long was = before.getOrDefault(value, 0L);
                  long is = now.getOrDefault(value, 0L);
                  double difference =
                      (double) is / current.present() - (double) was / baseline.present();
                  return new Moved(value, was, is, difference);
                })
            .sorted(Comparator.comparingDouble(moved -> -Math.abs(moved.difference())))
            .toList();
    return new Categories(all, baseline.present(), current.present());
  }

  private static Map<String, Long> counts(FeatureStatistics feature) {
    Map<String, Long> counts = new HashMap<>();
    for (CategoryCount count : feature.categories()) {
      counts.merge(count.value(), count.count(), Long::sum);
    }
    return counts;
  }

  /** The largest change of a share. */
  double supremum() {
    return all.isEmpty() ? 0 : Math.abs(all.getFirst().difference());
  }
}
