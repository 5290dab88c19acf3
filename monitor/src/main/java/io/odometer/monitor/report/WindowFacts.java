// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.monitoring.Consolidated;
import io.odometer.monitor.report.Page.Fact;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What was looked at. */
final class WindowFacts {
  private final RunView view;
  private final Consolidated payload;
  private final ZoneId zone;

  WindowFacts(RunView view) {
    this.view = view;
    this.payload = view.input().consolidated();
    this.zone = view.input().project().monitoring().timeZone();
  }

  List<Fact> list() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Window", window()));
    facts.add(new Fact("Rows served", Figures.count(payload.rows())));
    facts.add(
        new Fact(
            "Requests",
            Figures.count(payload.requests())
                + (payload.failed() > 0
                    ? ", of which %s refused".formatted(Figures.count(payload.failed()))
                    : "")));
    facts.add(new Fact("New labels", Figures.count(payload.labels())));
    view.input()
        .endpoint()
        .members()
        .forEach(
            member ->
                facts.add(new Fact("Serves " + member.algorithm(), member.version().value())));
    facts.add(
        new Fact(
            "Run",
            "%s, begun %s%s"
                .formatted(
                    view.window().execution(),
                    Figures.time(view.window().startedAt(), zone),
                    view.input().window().mode().movesBookmark()
                        ? ""
                        : ", on trial: it does not count")));
    return facts;
  }

  private String window() {
    if (payload.from() == null || payload.to() == null) {
      return "no row";
    }
    return "%s (%s)"
        .formatted(
            Figures.window(payload.from(), payload.to(), zone),
            Figures.duration(Duration.between(payload.from(), payload.to())));
  }
}
