// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.monitor.ledger.CheckOutcome;
import io.odometer.monitor.ledger.LedgerWindow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How what a check measures went over the last windows. */
final class Trends {
  private static final int WINDOWS = 24;

  private final RunView view;

  Trends(RunView view) {
    this.view = view;
  }

  /** Null until two windows have measured it. */
  @Nullable Picture of(String subject, String check) {
    List<Trend.Point> points = points(subject, check);
    return points.size() < 2
        ? null
        : Trend.of(subject, points, threshold(subject, check).orElse(null));
  }

  @Nullable String text(String what, String subject, String check) {
    int windows = points(subject, check).size();
    return windows < 2
        ? null
        : what
            + " over the last "
            + Figures.count(windows, "window")
            + threshold(subject, check)
                .map(limit -> "; dashed: limit " + Figures.number(limit))
                .orElse("");
  }

  private List<Trend.Point> points(String subject, String check) {
    return view.windows(WINDOWS).stream()
        .flatMap(
            window ->
                outcome(window, subject, check)
                    .filter(outcome -> outcome.distance() != null)
                    .map(outcome -> point(window, outcome))
                    .stream())
        .toList();
  }

  private Trend.Point point(LedgerWindow window, CheckOutcome outcome) {
    return new Trend.Point(
        Figures.time(
            window.to() == null ? window.startedAt() : window.to(),
            view.input().project().monitoring().timeZone()),
        outcome.distance(),
        outcome.violated());
  }

  private Optional<Double> threshold(String subject, String check) {
    return outcome(view.window(), subject, check).map(CheckOutcome::threshold);
  }

  private static Optional<CheckOutcome> outcome(LedgerWindow window, String subject, String check) {
    return window.outcomes().stream()
        .filter(outcome -> outcome.feature().equals(subject) && outcome.check().equals(check))
        .findFirst();
  }
}
