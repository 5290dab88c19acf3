// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.drift.ModelQualityConstraints;
import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.drift.RegressionMetric;
import io.odometer.core.drift.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How good one member's predictions are by the labels known.
 *
 * @param name the algorithm; {@value #COMBINED} of all members together
 * @param version null of the combined prediction
 * @param baseline null where there is none
 * @param constraints null where there is none
 * @param current null without any label
 * @param speaks whether there are labels enough for a verdict
 * @param violations of {@code <name>.<metric>}
 */
public record MemberQuality(
    String name,
    @Nullable String version,
    @Nullable ModelQualityStatistics baseline,
    @Nullable ModelQualityConstraints constraints,
    @Nullable ModelQualityStatistics current,
    boolean speaks,
    List<Violation> violations) {
  public static final String COMBINED = "combined";

  public MemberQuality {
    violations = List.copyOf(violations);
  }

  /** What a metric of this member is called in a ledger and in a violation. */
  public String metric(String metric) {
    return name.equals(COMBINED) ? metric : name + "." + metric;
  }

  /** By member and metric, as the ledger has them. */
  public static Map<String, Double> metrics(List<MemberQuality> members) {
    Map<String, Double> metrics = new TreeMap<>();
    for (MemberQuality member : members) {
      ModelQualityStatistics current = member.current();
      for (RegressionMetric metric : RegressionMetric.values()) {
        if (current != null && Double.isFinite(current.value(metric))) {
          metrics.put(member.metric(metric.json()), current.value(metric));
        }
      }
    }
    return metrics;
  }
}
