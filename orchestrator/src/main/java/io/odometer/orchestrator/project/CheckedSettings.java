// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.Mistake;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ProjectSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Settings as somebody wrote them, their schedule included, which core cannot judge. */
public final class CheckedSettings {
  private CheckedSettings() {}

  /** As {@link ProjectSettings#parse}; a schedule must be one that can be read, too. */
  public static ProjectSettings parse(ProjectName name, JsonNode settings) {
    return checked(name, settings, Schedule::unreadable);
  }

  /**
   * What somebody sets now: its schedule must fire some time after now, too, unless it is the one
   * that is stored, which may have fired for the last time.
   */
  public static ProjectSettings parse(
      ProjectName name, JsonNode settings, Optional<Project> stored, Instant now) {
    return checked(
        name,
        settings,
        (schedule, zone) ->
            stored.filter(project -> isScheduled(project, schedule, zone)).isPresent()
                ? Schedule.unreadable(schedule, zone)
                : Schedule.mistake(schedule, zone, now));
  }

  private static boolean isScheduled(Project project, String schedule, ZoneId zone) {
    return project.monitoring().schedule().equals(schedule)
        && project.monitoring().timeZone().equals(zone);
  }

  private static ProjectSettings checked(
      ProjectName name, JsonNode settings, BiFunction<String, ZoneId, Optional<String>> check) {
    ProjectSettings parsed = ProjectSettings.parse(name, settings);
    JsonNode monitoring = settings.path("monitoring");
    return text(monitoring, "schedule")
        .flatMap(schedule -> check.apply(schedule, zone(monitoring)))
        .map(message -> new Mistake("monitoring.schedule", message))
        .<ProjectSettings>map(mistake -> with(parsed, mistake))
        .orElse(parsed);
  }

  /** A zone that there is not was noted before. */
  private static ZoneId zone(JsonNode monitoring) {
    ZoneId usual = MonitoringSettings.DEFAULT.timeZone();
    try {
      return text(monitoring, "timeZone").map(ZoneId::of).orElse(usual);
    } catch (DateTimeException unknown) {
      return usual;
    }
  }

  /** What is no text, or a blank one, was noted before. */
  private static Optional<String> text(JsonNode monitoring, String field) {
    JsonNode value = monitoring.path(field);
    return value.isString()
        ? Optional.of(value.stringValue()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static ProjectSettings.Invalid with(ProjectSettings parsed, Mistake mistake) {
    List<Mistake> mistakes = new ArrayList<>();
    if (parsed instanceof ProjectSettings.Invalid invalid) {
      mistakes.addAll(invalid.mistakes());
    }
    mistakes.add(mistake);
    return new ProjectSettings.Invalid(mistakes);
  }
}
