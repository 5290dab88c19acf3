// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads {@code "monitoring"}: {@code {"schedule": "0 0 6 * * ?", "onDrift": "retrain"}}. */
final class MonitoringReader {
  private static final List<String> KNOWN =
      List.of(
          "schedule",
          "timeZone",
          "captureShare",
          "minimumRows",
          "alarm",
          "onDrift",
          "retrainPause",
          "labelKeys",
          "labelHorizon",
          "captureRetention",
          "reportRetention");

  private static final MonitoringSettings USUAL = MonitoringSettings.DEFAULT;

  private MonitoringReader() {}

  static MonitoringSettings read(Fields fields, String target) {
    return fields.object("monitoring").map(given -> of(given, target)).orElse(USUAL);
  }

  private static MonitoringSettings of(Fields given, String target) {
    given.refuseUnknown(KNOWN);
    return new MonitoringSettings(
        schedule(given),
        zone(given),
        share(given),
        minimumRows(given),
        alarm(given),
        policy(given),
        duration(given, "retrainPause", USUAL.retrainPause()),
        labelKeys(given, target),
        duration(given, "labelHorizon", USUAL.labelHorizon()),
        duration(given, "captureRetention", USUAL.captureRetention()),
        duration(given, "reportRetention", USUAL.reportRetention()));
  }

  private static String schedule(Fields given) {
    return given
        .text("schedule")
        .filter(text -> given.holds(!text.isBlank(), "schedule", "is a cron expression, or 'off'"))
        .orElse(USUAL.schedule());
  }

  private static ZoneId zone(Fields given) {
    String name = given.text("timeZone").orElse(USUAL.timeZone().getId());
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      given.mistake("timeZone", "is a time zone such as Europe/Madrid, not '" + name + "'");
      return USUAL.timeZone();
    }
  }

  private static double share(Fields given) {
    return given
        .number("captureShare")
        .filter(
            share -> given.holds(share >= 0 && share <= 1, "captureShare", "is between 0 and 1"))
        .orElse(USUAL.captureShare());
  }

  private static int minimumRows(Fields given) {
    return given
        .integer("minimumRows")
        .filter(
            rows ->
                given.holds(rows >= 1 && rows <= Integer.MAX_VALUE, "minimumRows", "is at least 1"))
        .map(Math::toIntExact)
        .orElse(USUAL.minimumRows());
  }

  private static AlarmRule alarm(Fields given) {
    return given
        .object("alarm")
        .flatMap(
            alarm -> {
              alarm.refuseUnknown(List.of("fails", "of"));
              long of = alarm.integer("of").orElse((long) USUAL.alarm().of());
              long fails = alarm.integer("fails").orElse(of);
              return alarm.checked("", () -> new AlarmRule(bounded(fails), bounded(of)));
            })
        .orElse(USUAL.alarm());
  }

  /** Anything beyond stays wrong, and does not overflow. */
  private static int bounded(long windows) {
    return Math.clamp(windows, -1, AlarmRule.MOST_WINDOWS + 1);
  }

  private static DriftPolicy policy(Fields given) {
    return given
        .text("onDrift")
        .flatMap(text -> given.checked("onDrift", () -> DriftPolicy.of(text)))
        .orElse(USUAL.onDrift());
  }

  private static List<String> labelKeys(Fields given, String target) {
    List<String> keys = given.texts("labelKeys");
    boolean holds =
        given.holds(MonitoringSettings.areNames(keys), "labelKeys", MonitoringSettings.NAMES)
            && given.holds(
                target.isBlank() || !keys.contains(target),
                "labelKeys",
                "names '" + target + "', which is the target");
    return holds ? List.copyOf(keys) : USUAL.labelKeys();
  }

  private static Duration duration(Fields given, String name, Duration usual) {
    return given.text(name).map(text -> parsed(given, name, text, usual)).orElse(usual);
  }

  private static Duration parsed(Fields given, String name, String text, Duration usual) {
    try {
      Duration duration = Duration.parse(text);
      boolean holds = MonitoringSettings.isWithinBounds(duration);
      return given.holds(holds, name, MonitoringSettings.BOUNDS) ? duration : usual;
    } catch (DateTimeParseException malformed) {
      given.mistake(name, "is an ISO-8601 duration such as P30D or PT6H, not '" + text + "'");
      return usual;
    }
  }
}
