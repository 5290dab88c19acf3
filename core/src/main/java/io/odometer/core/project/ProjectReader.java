// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import io.odometer.core.error.DidYouMean;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one project's settings, once. */
final class ProjectReader {
  private static final Duration QUIET_PERIOD = Duration.ofSeconds(2);
  private static final List<String> TYPES = List.of("number", "category", "text", "date");
  private static final List<String> KNOWN =
      List.of(
          "name",
          "target",
          "algorithms",
          "split",
          "filter",
          "endpoint",
          "threshold",
          "types",
          "ignore",
          "quietPeriod",
          "scoring",
          "monitoring",
          "notifications",
          "version");

  private final ProjectName name;
  private final List<Mistake> mistakes = new ArrayList<>();

  ProjectReader(ProjectName name) {
    this.name = name;
  }

  ProjectSettings read(JsonNode settings) {
    if (!settings.isObject()) {
      return new ProjectSettings.Invalid(
          List.of(
              new Mistake("", "the settings are a JSON object such as {\"target\": \"price\"}")));
    }
    return project(Fields.root(settings, mistakes))
        .<ProjectSettings>map(ProjectSettings.Valid::new)
        .orElseGet(() -> new ProjectSettings.Invalid(mistakes));
  }

  private Optional<Project> project(Fields fields) {
    fields.refuseUnknown(KNOWN);
    sameName(fields);
    String target = target(fields);
    Map<Algorithm, Map<String, JsonNode>> algorithms = AlgorithmsReader.read(fields);
    Split split = SplitReader.read(fields);
    Map<String, Range> filter = filter(fields);
    EndpointRule endpoint = EndpointReader.read(fields, algorithms.keySet());
    Double threshold = threshold(fields);
    Map<String, String> types = types(fields, target);
    List<String> ignore = ignore(fields, target);
    Duration quietPeriod = quietPeriod(fields);
    ScoringSettings scoring = ScoringReader.read(fields);
    MonitoringSettings monitoring = MonitoringReader.read(fields, target);
    List<Subscription> notifications = NotificationsReader.read(fields);
    long version = version(fields);
    if (!mistakes.isEmpty()) {
      return Optional.empty();
    }
    return fields.checked(
        "",
        () ->
            new Project(
                name,
                target,
                algorithms,
                split,
                filter,
                endpoint,
                threshold,
                types,
                ignore,
                quietPeriod,
                scoring,
                monitoring,
                notifications,
                version));
  }

  private void sameName(Fields fields) {
    fields
        .text("name")
        .filter(given -> !given.equals(name.value()))
        .ifPresent(
            given ->
                fields.mistake(
                    "name", "is '" + given + "', but these are the settings of '" + name + "'"));
  }

  private static String target(Fields fields) {
    String target = fields.text("target").orElse("");
    boolean isOfWrongType = fields.value("target").filter(value -> !value.isString()).isPresent();
    fields.holds(
        isOfWrongType || !target.isBlank(), "target", "names the column to predict and is needed");
    return target;
  }

  private static Map<String, Range> filter(Fields fields) {
    return fields.object("filter").map(each -> each.each(ProjectReader::range)).orElse(Map.of());
  }

  private static Optional<Range> range(Fields filter, String column) {
    JsonNode ends = filter.value(column).orElse(null);
    boolean twoNumbers =
        ends != null
            && ends.isArray()
            && ends.size() == 2
            && Fields.isFinite(ends.path(0))
            && Fields.isFinite(ends.path(1));
    if (ends == null || !twoNumbers) {
      filter.mistake(column, "is the least and the most to keep, such as [100, 150000]");
      return Optional.empty();
    }
    return filter.checked(
        column, () -> new Range(ends.path(0).doubleValue(), ends.path(1).doubleValue()));
  }

  private static @Nullable Double threshold(Fields fields) {
    Double threshold = fields.number("threshold").orElse(null);
    if (threshold != null && threshold <= 0) {
      fields.mistake("threshold", "is the largest RMSE allowed, a number above 0");
    }
    return threshold;
  }

  private static Map<String, String> types(Fields fields, String target) {
    return fields
        .object("types")
        .map(types -> types.each((each, column) -> type(each, column, target)))
        .orElse(Map.of());
  }

  private static Optional<String> type(Fields types, String column, String target) {
    Optional<String> type = types.text(column);
    if (type.isPresent() && !TYPES.contains(type.get())) {
      types.mistake(
          column, "'" + type.get() + "' is no type; " + DidYouMean.hint(type.get(), TYPES));
    } else if (type.isPresent() && column.equals(target) && !type.get().equals("number")) {
      types.mistake(column, "is the target, which is a number");
    }
    return type;
  }

  private static List<String> ignore(Fields fields, String target) {
    List<String> ignore = List.copyOf(new LinkedHashSet<>(fields.texts("ignore")));
    if (!target.isBlank() && ignore.contains(target)) {
      fields.mistake("ignore", "names '" + target + "', which is the target");
    }
    return ignore;
  }

  private static Duration quietPeriod(Fields fields) {
    return fields.text("quietPeriod").map(text -> duration(fields, text)).orElse(QUIET_PERIOD);
  }

  private static Duration duration(Fields fields, String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isNegative() || duration.compareTo(Duration.ofHours(1)) > 0) {
        fields.mistake("quietPeriod", "is between PT0S and PT1H, not " + text);
      }
      return duration;
    } catch (DateTimeParseException malformed) {
      fields.mistake("quietPeriod", "is an ISO-8601 duration such as PT2S, not '" + text + "'");
      return QUIET_PERIOD;
    }
  }

  private static long version(Fields fields) {
    return fields
        .integer("version")
        .filter(given -> fields.holds(given >= 0, "version", "is at least 0"))
        .orElse(0L);
  }
}
