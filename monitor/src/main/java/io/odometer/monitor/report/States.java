// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.Violation;
import io.odometer.monitor.report.Page.Fact;
import io.odometer.monitor.report.Page.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four answers there are, each with a sign beside its colour. */
enum States {
  DRIFT("drift", "▲", "Drift"),
  WATCH("watch", "◆", "Watch"),
  STEADY("ok", "✓", "Steady"),
  SILENT("none", "○", "Not judged");

  private final String style;
  private final String mark;
  private final String word;

  States(String style, String mark, String word) {
    this.style = style;
    this.mark = mark;
    this.word = word;
  }

  /** Of what was checked: an alarm, a violation that is none yet, or neither. */
  static States of(List<Violation> violations, RunView view, boolean speaks) {
    if (violations.stream().anyMatch(view::isAlarmed)) {
      return DRIFT;
    }
    if (!violations.isEmpty()) {
      return WATCH;
    }
    return speaks ? STEADY : SILENT;
  }

  Verdict verdict(String headline, List<Fact> findings, @Nullable String advice) {
    return new Verdict(style, mark, word, headline, findings, advice);
  }
}
