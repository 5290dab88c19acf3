// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.verdict;

import io.odometer.core.drift.CheckType;
import io.odometer.core.drift.Distances;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.ModelQualityConstraints.Threshold;
import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.drift.RegressionMetric;
import io.odometer.core.drift.Violation;
import io.odometer.monitor.ledger.CheckOutcome;
import io.odometer.monitor.quality.MemberQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger remembers of a window: every drift that was measured, every metric, and whatever
 * else broke a constraint. A window that was too small to speak leaves nothing.
 */
final class Outcomes {
  private static final String DRIFT = CheckType.BASELINE_DRIFT.json();

  private Outcomes() {}

  static List<CheckOutcome> of(RunFindings findings) {
    List<CheckOutcome> outcomes = new ArrayList<>();
    if (findings.data() != null && findings.data().report().speaks()) {
      List<Violation> violations = findings.dataViolations();
      findings
          .data()
          .report()
          .features()
          .forEach(feature -> addDrift(outcomes, feature, violations));
      violations.stream()
          .filter(violation -> !violation.constraintCheckType().equals(DRIFT))
          .map(Outcomes::broken)
          .forEach(outcomes::add);
    }
    if (findings.quality() != null) {
      findings.quality().members().forEach(member -> addMetrics(outcomes, member));
    }
    return outcomes;
  }

  private static void addDrift(
      List<CheckOutcome> outcomes, FeatureReport feature, List<Violation> violations) {
    boolean violated = isBroken(feature.name(), DRIFT, violations);
    Distances distances = feature.distances();
    if (distances != null || violated) {
      outcomes.add(
          new CheckOutcome(
              feature.name(),
              DRIFT,
              violated,
              distances == null ? null : distances.distance(),
              distances == null ? null : distances.threshold()));
    }
  }

  private static boolean isBroken(String subject, String check, List<Violation> violations) {
    return violations.stream()
        .anyMatch(
            violation ->
                violation.subject().equals(subject)
                    && violation.constraintCheckType().equals(check));
  }

  private static CheckOutcome broken(Violation violation) {
    return new CheckOutcome(violation.subject(), violation.constraintCheckType(), true, null, null);
  }

  private static void addMetrics(List<CheckOutcome> outcomes, MemberQuality member) {
    ModelQualityStatistics current = member.current();
    if (!member.speaks() || current == null || member.constraints() == null) {
      return;
    }
    for (RegressionMetric metric : RegressionMetric.values()) {
      Threshold threshold = member.constraints().threshold(metric);
      if (threshold != null) {
        String check = threshold.comparisonOperator().json();
        String name = member.metric(metric.json());
        outcomes.add(
            new CheckOutcome(
                name,
                check,
                isBroken(name, check, member.violations()),
                finite(current.value(metric)),
                threshold.threshold()));
      }
    }
  }

  /** By member and metric, as the ledger has them. */
  static Map<String, Double> metrics(RunFindings findings) {
    return findings.quality() == null
        ? Map.of()
        : MemberQuality.metrics(findings.quality().members());
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
