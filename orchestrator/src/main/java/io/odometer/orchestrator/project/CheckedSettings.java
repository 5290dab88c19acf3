// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.Mistake;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ProjectSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Settings as somebody wrote them, their schedule included, which core cannot judge. */
public final class CheckedSettings {
  private CheckedSettings() {}

  /** As {@link ProjectSettings#parse}; a schedule must fire some time after now, too. */
  public static ProjectSettings parse(ProjectName name, JsonNode settings, Instant now) {
    ProjectSettings parsed = ProjectSettings.parse(name, settings);
    return schedule(settings.path("monitoring"), now)
        .<ProjectSettings>map(mistake -> with(parsed, mistake))
        .orElse(parsed);
  }

  private static Optional<Mistake> schedule(JsonNode monitoring, Instant now) {
    return text(monitoring, "schedule")
        .flatMap(schedule -> Schedule.mistake(schedule, zone(monitoring), now))
        .map(message -> new Mistake("monitoring.schedule", message));
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
