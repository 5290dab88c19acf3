// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.verdict;

import io.odometer.core.drift.CheckType;
import io.odometer.core.drift.Violation;
import io.odometer.core.drift.Windows;
import io.odometer.core.drift.Windows.Finding;
import io.odometer.core.project.AlarmRule;
import io.odometer.monitor.ledger.CheckOutcome;
import io.odometer.monitor.ledger.LedgerWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies the rule of several windows. Data and metrics have windows of their own, since one
 * without labels says nothing of metrics; windows from before the endpoint's last change were held
 * against other baselines and do not count.
 */
final class AlarmRules {
  private final Windows rule;
  private final List<LedgerWindow> newestFirst;

  AlarmRules(AlarmRule rule, List<LedgerWindow> oldestFirst, Instant endpointChangedAt) {
    this.rule = new Windows(rule);
    this.newestFirst =
        oldestFirst.reversed().stream()
            .filter(window -> !window.startedAt().isBefore(endpointChangedAt))
            .toList();
  }

  List<Violation> alarms(RunFindings findings) {
    List<Violation> alarms = new ArrayList<>();
    alarms.addAll(rule.alarms(findings.dataViolations(), windows(AlarmRules::isOfData)));
    alarms.addAll(
        rule.alarms(findings.qualityViolations(), windows(outcome -> !isOfData(outcome))));
    return alarms;
  }

  /** SageMaker's names of checks of data; those of metrics are operators. */
  private static boolean isOfData(CheckOutcome outcome) {
    return CheckType.of(outcome.check()).isPresent();
  }

  private List<Set<Finding>> windows(Predicate<CheckOutcome> family) {
    return newestFirst.stream()
        .filter(window -> window.outcomes().stream().anyMatch(family))
        .map(window -> findings(window.outcomes().stream().filter(family)))
        .toList();
  }

  private static Set<Finding> findings(Stream<CheckOutcome> outcomes) {
    return outcomes
        .filter(CheckOutcome::violated)
        .map(outcome -> new Finding(outcome.feature(), outcome.check()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
