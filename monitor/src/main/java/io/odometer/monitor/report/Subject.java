// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.monitor.quality.MemberQuality;

/** What an alarm is about, in the order that people are told. */
enum Subject {
  FEATURE,
  /** What a member predicts. */
  PREDICTION,
  /** How far off a member is. */
  METRIC;

  private static final String PREFIX = "prediction_";
  private static final String CHECK = "_check";

  static Subject of(Alarm alarm, RunView view) {
    if (!alarm.check().endsWith(CHECK)) {
      return METRIC;
    }
    return isPrediction(view, alarm.feature()) ? PREDICTION : FEATURE;
  }

  static boolean isPrediction(RunView view, String name) {
    return view.input().endpoint().members().stream()
        .anyMatch(member -> name.equals(PREFIX + member.algorithm()));
  }

  /** The algorithm. */
  static String withoutPrefix(String prediction) {
    return prediction.substring(PREFIX.length());
  }

  /** Whose metric it is. */
  static String member(String metric) {
    int dot = metric.lastIndexOf('.');
    return dot < 0 ? MemberQuality.COMBINED : metric.substring(0, dot);
  }
}
