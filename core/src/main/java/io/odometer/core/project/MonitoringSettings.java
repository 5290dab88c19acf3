// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * How a project's traffic is captured and watched.
 *
 * @param schedule when the monitor runs, a Quartz cron expression; {@value #OFF}: on demand only
 * @param timeZone in which the schedule is read
 * @param captureShare the share of requests that is kept
 * @param minimumRows a smaller window says nothing
 * @param alarm how many windows must agree
 * @param retrainPause the least time between two trainings that drift started
 * @param labelKeys columns of the traffic that a CSV of labels is joined by; labels are joined by
 *     inference id when there are none
 * @param labelHorizon how long after a prediction its label is still looked for
 * @param captureRetention how long captured requests are kept
 * @param reportRetention how long results of monitoring are kept
 */
public record MonitoringSettings(
    String schedule,
    ZoneId timeZone,
    double captureShare,
    int minimumRows,
    AlarmRule alarm,
    DriftPolicy onDrift,
    Duration retrainPause,
    List<String> labelKeys,
    Duration labelHorizon,
    Duration captureRetention,
    Duration reportRetention) {
  public static final String OFF = "off";

  /** Of every duration; what is far beyond is beyond the range of times, too. */
  static final Duration LONGEST = Duration.ofDays(3_650);

  static final String NAMES = "names columns, each once";
  static final String BOUNDS = "is between PT0S and P3650D";

  public static final MonitoringSettings DEFAULT =
      new MonitoringSettings(
          "0 0 * * * ?",
          ZoneId.of("UTC"),
          1,
          200,
          AlarmRule.DEFAULT,
          DriftPolicy.NOTIFY,
          Duration.ofDays(1),
          List.of(),
          Duration.ofDays(30),
          Duration.ofDays(30),
          Duration.ofDays(365));

  public MonitoringSettings {
    if (schedule.isBlank()) {
      throw new IllegalArgumentException("schedule is a cron expression, or '" + OFF + "'");
    }
    if (!(captureShare >= 0 && captureShare <= 1)) {
      throw new IllegalArgumentException("captureShare is between 0 and 1");
    }
    if (minimumRows < 1) {
      throw new IllegalArgumentException("minimumRows is at least 1");
    }
    requireWithinBounds("retrainPause", retrainPause);
    requireWithinBounds("labelHorizon", labelHorizon);
    requireWithinBounds("captureRetention", captureRetention);
    requireWithinBounds("reportRetention", reportRetention);
    labelKeys = List.copyOf(labelKeys);
    if (!areNames(labelKeys)) {
      throw new IllegalArgumentException("labelKeys " + NAMES);
    }
  }

  private static void requireWithinBounds(String name, Duration duration) {
    if (!isWithinBounds(duration)) {
      throw new IllegalArgumentException(name + " " + BOUNDS);
    }
  }

  static boolean areNames(List<String> keys) {
    return keys.stream().noneMatch(String::isBlank) && Set.copyOf(keys).size() == keys.size();
  }

  static boolean isWithinBounds(Duration duration) {
    return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
  }
}
