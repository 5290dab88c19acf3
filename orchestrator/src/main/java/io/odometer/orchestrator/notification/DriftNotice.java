// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.project.NotificationKind;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.ModelId;
import io.odometer.orchestrator.notification.Notice.AlarmRow;
import io.odometer.orchestrator.notification.Notice.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Traffic or quality that is no longer what the models were trained for. */
final class DriftNotice {
  private DriftNotice() {}

  static Notice of(ProjectName project, SystemEvent event) {
    DriftFound drift = Json.fromTree(event.data(), DriftFound.class);
    List<String> features =
        drift.alarms().stream().map(DriftFound.Alarm::feature).distinct().toList();
    return new Notice(
        NotificationKind.DRIFT,
        project,
        event.time(),
        listed(features),
        "%s served in this window differ from what the models were trained on, in %s."
            .formatted(rows(drift), listed(features)),
        facts(drift),
        drift.alarms().stream().map(DriftNotice::row).toList(),
        drift.charts().stream().map(ChartView::of).toList(),
        next(event.data()));
  }

  /** What the project did about it; an action of another version is shown as it is. */
  private static String next(JsonNode data) {
    String action = data.path("action").asString("");
    return switch (action) {
      case "notified" -> "Nothing follows by itself: the project is set to tell people only.";
      case "retraining" ->
          "A training follows%s."
              .formatted(data.path("training").stringValueOpt().map(id -> ": " + id).orElse(""));
      case "paused" ->
          "No training follows: the last one that drift started is too short a while ago.";
      default -> action;
    };
  }

  private static List<Fact> facts(DriftFound drift) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Window", window(drift)));
    facts.add(new Fact("Rows", Figures.count(drift.rows())));
    facts.add(new Fact("Labels", Figures.count(drift.labels())));
    for (ModelId member : drift.members()) {
      facts.add(new Fact("Model", member.toString()));
    }
    facts.add(new Fact("Report", drift.report().toString()));
    facts.add(new Fact("Execution", drift.execution().value()));
    return facts;
  }

  private static String window(DriftFound drift) {
    return drift.from() == null || drift.to() == null
        ? "unknown"
        : Figures.time(drift.from()) + " to " + Figures.time(drift.to());
  }

  private static String rows(DriftFound drift) {
    return drift.rows() == 1 ? "The row" : "The " + Figures.count(drift.rows()) + " rows";
  }

  private static AlarmRow row(DriftFound.Alarm alarm) {
    String measured =
        alarm.distance() == null
            ? alarm.description()
            : "%s (%s)".formatted(Figures.number(alarm.distance()), alarm.description());
    return new AlarmRow(alarm.feature(), alarm.check(), measured, number(alarm.threshold()));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : Figures.number(value);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  private static String listed(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
