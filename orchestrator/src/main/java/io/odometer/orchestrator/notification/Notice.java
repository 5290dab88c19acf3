// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.project.NotificationKind;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.util.List;

/**
 * What there is to tell of an event, whatever it is told by.
 *
 * @param headline the one fact, without project and kind
 * @param summary a sentence or two
 * @param next what happens now; empty if nothing does
 */
record Notice(
    NotificationKind kind,
    ProjectName project,
    Instant time,
    String headline,
    String summary,
    List<Fact> facts,
    List<AlarmRow> alarms,
    List<ChartView> charts,
    String next) {
  Notice {
    facts = List.copyOf(facts);
    alarms = List.copyOf(alarms);
    charts = List.copyOf(charts);
  }

  /** One without a table or charts. */
  Notice(
      NotificationKind kind,
      ProjectName project,
      Instant time,
      String headline,
      String summary,
      List<Fact> facts) {
    this(kind, project, time, headline, summary, facts, List.of(), List.of(), "");
  }

  record Fact(String label, String value) {}

  /** A row of the table of alarms. */
  record AlarmRow(String feature, String check, String measured, String threshold) {}
}
