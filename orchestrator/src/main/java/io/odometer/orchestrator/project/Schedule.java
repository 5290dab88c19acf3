// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.MonitoringSettings;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import org.quartz.CronExpression;

/**
 * The times at which a project's monitor is due; Quartz works them out. On the day on which clocks
 * go forward, a time of day that is skipped has no fire.
 */
final class Schedule {
  private static final int MOST_FIELDS = 7;

  private final CronExpression cron;

  private Schedule(CronExpression cron) {
    this.cron = cron;
  }

  /** Nothing for a schedule that is off, or that an earlier version let through. */
  static Optional<Schedule> of(MonitoringSettings settings) {
    try {
      return settings.schedule().equals(MonitoringSettings.OFF)
          ? Optional.empty()
          : Optional.of(parse(settings.schedule(), settings.timeZone()));
    } catch (ParseException unusable) {
      return Optional.empty();
    }
  }

  /** What is wrong with a schedule that somebody wants to set. */
  static Optional<String> mistake(String schedule, ZoneId zone, Instant now) {
    return mistake(
        schedule,
        zone,
        cron ->
            cron.next(now).isPresent()
                ? Optional.empty()
                : Optional.of("'%s' never fires again".formatted(schedule)));
  }

  /** Why a schedule cannot be read, whether or not it ever fires again. */
  static Optional<String> unreadable(String schedule, ZoneId zone) {
    return mistake(schedule, zone, _ -> Optional.empty());
  }

  private static Optional<String> mistake(
      String schedule, ZoneId zone, Function<Schedule, Optional<String>> check) {
    if (schedule.equals(MonitoringSettings.OFF)) {
      return Optional.empty();
    }
    try {
      return check.apply(parse(schedule, zone));
    } catch (ParseException malformed) {
      return Optional.of(
          "'%s' is neither 'off' nor a cron expression of Quartz such as '0 0 6 * * ?': %s"
              .formatted(schedule, malformed.getMessage()));
    }
  }

  private static Schedule parse(String schedule, ZoneId zone) throws ParseException {
    if (schedule.strip().split("\\s+", -1).length > MOST_FIELDS) {
      throw new ParseException("there are more than %d fields".formatted(MOST_FIELDS), 0);
    }
    try {
      CronExpression cron = new CronExpression(schedule);
      cron.setTimeZone(TimeZone.getTimeZone(zone));
      return new Schedule(cron);
    } catch (RuntimeException unexpected) {
      throw (ParseException) new ParseException("it cannot be read", 0).initCause(unexpected);
    }
  }

  /** The first one after a time; nothing when there is none any more. */
  Optional<Instant> next(Instant after) {
    try {
      return Optional.ofNullable(cron.getTimeAfter(Date.from(after)))
          .map(Date::toInstant)
          .filter(next -> next.isAfter(after));
    } catch (RuntimeException unworkable) {
      // Quartz reads ',' as a field that names no time at all, and breaks here.
      return Optional.empty();
    }
  }

  /** The last one after a time and not after now, found by halving the time between. */
  Optional<Instant> latest(Instant after, Instant now) {
    if (isQuiet(after, now)) {
      return Optional.empty();
    }
    long fires = after.getEpochSecond();
    long quiet = now.getEpochSecond();
    while (quiet - fires > 1) {
      long middle = fires + (quiet - fires) / 2;
      if (isQuiet(Instant.ofEpochSecond(middle), now)) {
        quiet = middle;
      } else {
        fires = middle;
      }
    }
    return next(Instant.ofEpochSecond(fires));
  }

  private boolean isQuiet(Instant after, Instant now) {
    return next(after).filter(next -> !next.isAfter(now)).isEmpty();
  }
}
