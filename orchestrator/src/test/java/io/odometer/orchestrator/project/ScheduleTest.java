// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.project.MonitoringSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static Schedule schedule(String cron, String zone) {
    return Schedule.of(ProjectStory.scheduled(cron, zone)).orElseThrow();
  }

  private static List<String> from(Schedule schedule, String after, int count) {
    List<String> fires = new ArrayList<>();
    Instant time = Instant.parse(after);
    for (int i = 0; i < count; i++) {
      time = schedule.next(time).orElseThrow();
      fires.add(time.toString());
    }
    return fires;
  }

  @Test
  void the_next_fire_is_strictly_later() {
    Schedule hourly = schedule("0 0 * * * ?", "UTC");
    assertEquals(
        List.of("2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z"),
        from(hourly, "2026-01-01T00:00:00Z", 2));
    assertEquals(List.of("2026-01-01T01:00:00Z"), from(hourly, "2026-01-01T00:59:59.999Z", 1));
    assertEquals(List.of("2026-01-01T02:00:00Z"), from(hourly, "2026-01-01T01:00:00.001Z", 1));
  }

  @Test
  void six_in_the_morning_is_six_in_the_morning_there_in_summer_and_in_winter() {
    assertEquals(
        List.of("2026-03-28T05:00:00Z", "2026-03-29T04:00:00Z", "2026-03-30T04:00:00Z"),
        from(schedule("0 0 6 * * ?", "Europe/Madrid"), "2026-03-27T12:00:00Z", 3));
    assertEquals(
        List.of("2026-10-24T04:00:00Z", "2026-10-25T05:00:00Z"),
        from(schedule("0 0 6 * * ?", "Europe/Madrid"), "2026-10-23T12:00:00Z", 2));
  }

  @ParameterizedTest
  @CsvSource({"0 30 2 * * ?, 49", "0 30 3 * * ?, 25", "0 0 * * * ?, 2", "0 0/15 * * * ?, 2"})
  void time_never_goes_back_and_only_an_hour_that_there_is_not_is_left_out(
      String cron, long mostHours) {
    for (String zone : List.of("Europe/Madrid", "America/New_York", "Australia/Lord_Howe")) {
      Schedule schedule = schedule(cron, zone);
      Instant last = Instant.parse("2026-01-01T00:00:00Z");
      while (last.isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
        Instant next = schedule.next(last).orElseThrow();
        assertTrue(next.isAfter(last), last + " is followed by " + next + " in " + zone);
        Duration gap = Duration.between(last, next);
        assertTrue(
            gap.compareTo(Duration.ofHours(mostHours)) <= 0, last + " " + next + " in " + zone);
        last = next;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+02:00", "UTC+2", "GMT+2", "Etc/GMT-2"})
  void a_zone_may_be_an_offset(String zone) {
    assertEquals(
        List.of("2026-01-01T04:00:00Z"),
        from(schedule("0 0 6 * * ?", zone), "2026-01-01T00:00:00Z", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 * * * ?, 2026-01-01T00:00:00Z, 2026-01-01T05:30:00Z, 2026-01-01T05:00:00Z",
    "0 0 * * * ?, 2026-01-01T00:00:00Z, 2026-01-01T05:00:00Z, 2026-01-01T05:00:00Z",
    "0 0 * * * ?, 2020-01-01T00:00:00Z, 2026-01-01T05:59:59.9Z, 2026-01-01T05:00:00Z",
    "* * 6 * * ?, 2020-01-01T00:00:00Z, 2026-01-01T05:00:00Z, 2025-12-31T06:59:59Z",
    "* * * * * ?, 2020-01-01T00:00:00Z, 2026-01-01T05:00:00.5Z, 2026-01-01T05:00:00Z",
    "0 0 0 29 2 ?, 2020-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2024-02-29T00:00:00Z",
  })
  void the_latest_of_many_missed_fires_is_found(
      String cron, Instant after, Instant now, Instant latest) {
    assertEquals(Optional.of(latest), schedule(cron, "UTC").latest(after, now));
  }

  @Test
  void none_is_missed_before_the_first_is_due() {
    Schedule hourly = schedule("0 0 * * * ?", "UTC");
    assertEquals(Optional.empty(), hourly.latest(NOW, NOW.plusSeconds(3_599)));
    assertEquals(Optional.empty(), hourly.latest(NOW, NOW));
    assertEquals(Optional.empty(), hourly.latest(NOW, NOW.minusSeconds(9_999)));
  }

  @Test
  void a_schedule_comes_to_its_end() {
    Schedule once = schedule("0 0 6 1 3 ? 2026", "UTC");
    assertEquals(List.of("2026-03-01T06:00:00Z"), from(once, "2026-01-01T00:00:00Z", 1));
    assertEquals(Optional.empty(), once.next(Instant.parse("2026-03-01T06:00:00Z")));
  }

  @Test
  void off_is_no_schedule_and_neither_is_one_that_cannot_be_read() {
    assertEquals(Optional.empty(), Schedule.of(ProjectStory.scheduled("off", "UTC")));
    assertEquals(Optional.empty(), Schedule.of(ProjectStory.scheduled("hourly", "UTC")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hourly",
        "OFF",
        "@daily",
        "0 * * * *",
        "* * * * * *",
        "0 0 25 * * ?",
        "0 60 * * * ?",
        "0 0 * * * ? 2026 and more",
        "0 0 0 ? * MON#9",
        "0 0 0/99 * * ?",
        "0 0 / * * ?",
        "0 0 - * * ?",
        "0 0 , * * ?",
        "0 0 # * L ?",
        "0 0 0 W * ?",
        "0 0 6 1 1 ? 2020",
        "0 0 0 30 2 ?",
        "ä ö ü ß ? *",
      })
  void what_is_wrong_is_told_with_the_schedule(String schedule) {
    String mistake = Schedule.mistake(schedule, UTC, NOW).orElseThrow();
    assertTrue(mistake.contains("'" + schedule + "'"), mistake);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "off",
        "0 0 * * * ?",
        "0 0 6 * * ?",
        "0 0 6 ? * MON-FRI",
        "0 0 6 L * ?",
        "0 0 6 1 1 ? 2027"
      })
  void what_fires_some_day_holds(String schedule) {
    assertEquals(Optional.empty(), Schedule.mistake(schedule, UTC, NOW));
  }

  @Test
  void the_usual_schedule_is_every_hour() {
    Schedule usual = Schedule.of(MonitoringSettings.DEFAULT).orElseThrow();
    assertEquals(Optional.of(NOW.plusSeconds(3_600)), usual.next(NOW));
  }
}
