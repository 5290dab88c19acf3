// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.verdict;

import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Histogram;
import io.odometer.core.drift.Violation;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.monitoring.DriftFound.Chart;
import io.odometer.monitor.ledger.CheckOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds to what was found what people need to see of it. */
final class DriftNews {
  private final RunFindings findings;
  private final List<CheckOutcome> outcomes;

  DriftNews(RunFindings findings, List<CheckOutcome> outcomes) {
    this.findings = findings;
    this.outcomes = outcomes;
  }

  Alarm alarm(Violation violation) {
    Optional<CheckOutcome> outcome =
        outcomes.stream()
            .filter(
                one ->
                    one.feature().equals(violation.subject())
                        && one.check().equals(violation.constraintCheckType()))
            .findFirst();
    return new Alarm(
        violation.subject(),
        violation.constraintCheckType(),
        violation.description(),
        outcome.map(CheckOutcome::distance).orElse(null),
        outcome.map(CheckOutcome::threshold).orElse(null),
        examples(violation));
  }

  private List<Map<String, String>> examples(Violation violation) {
    return findings.data() == null ? List.of() : findings.data().examples(violation);
  }

  List<Chart> charts(List<Alarm> alarms) {
    return alarms.stream()
        .map(Alarm::feature)
        .distinct()
        .flatMap(name -> findings.feature(name).stream())
        .flatMap(DriftNews::chart)
        .limit(DriftFound.MOST_CHARTS)
        .toList();
  }

  private static Stream<Chart> chart(FeatureReport feature) {
    Histogram histogram = feature.histogram();
    return histogram == null
        ? Stream.empty()
        : Stream.of(
            new Chart(
                feature.name(), histogram.labels(), histogram.baseline(), histogram.current()));
  }
}
