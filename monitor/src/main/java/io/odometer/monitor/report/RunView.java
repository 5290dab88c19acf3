// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.Constraints;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Violation;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.monitoring.EvaluateDriftInput;
import io.odometer.monitor.data.DataFindings;
import io.odometer.monitor.ledger.LedgerWindow;
import io.odometer.monitor.payload.Taken;
import io.odometer.monitor.quality.QualityFindings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a report is made from.
 *
 * @param alarms of which people are told now
 * @param before the windows before this one, oldest first
 * @param window this one
 */
public record RunView(
    EvaluateDriftInput input,
    Taken taken,
    @Nullable DataFindings data,
    @Nullable Constraints constraints,
    @Nullable QualityFindings quality,
    List<Alarm> alarms,
    List<LedgerWindow> before,
    LedgerWindow window) {
  public RunView {
    alarms = List.copyOf(alarms);
    before = List.copyOf(before);
  }

  List<FeatureReport> features() {
    return data == null ? List.of() : data.report().features();
  }

  List<Violation> violations() {
    Stream<Violation> ofData = data == null ? Stream.empty() : data.report().violations().stream();
    Stream<Violation> ofModels =
        quality == null
            ? Stream.empty()
            : quality.members().stream().flatMap(member -> member.violations().stream());
    return Stream.concat(ofData, ofModels).toList();
  }

  List<Violation> violations(String subject) {
    return violations().stream().filter(one -> one.subject().equals(subject)).toList();
  }

  boolean isAlarmed(Violation violation) {
    return alarms.stream()
        .anyMatch(
            alarm ->
                alarm.feature().equals(violation.subject())
                    && alarm.check().equals(violation.constraintCheckType()));
  }

  /** With this one, oldest first, the last of them. */
  List<LedgerWindow> windows(int most) {
    List<LedgerWindow> all = Stream.concat(before.stream(), Stream.of(window)).toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  /** When a run began to break the constraint that it breaks now, without a pause. */
  Instant since(Alarm alarm) {
    LedgerWindow first = window;
    for (LedgerWindow earlier : before.reversed()) {
      boolean broken =
          earlier.outcomes().stream()
              .anyMatch(
                  outcome ->
                      outcome.violated()
                          && outcome.feature().equals(alarm.feature())
                          && outcome.check().equals(alarm.check()));
      if (!broken) {
        break;
      }
      first = earlier;
    }
    return first.from() == null ? first.startedAt() : first.from();
  }
}
