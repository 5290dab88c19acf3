// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.CheckType;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.scoring.PredictionColumns;
import io.odometer.monitor.quality.MemberQuality;

/** What an alarm is about, in the order that people are told. */
enum Subject {
  FEATURE,
  /** What a member predicts. */
  PREDICTION,
  /** How far off a member is. */
  METRIC;

  static Subject of(Alarm alarm, RunView view) {
    if (CheckType.of(alarm.check()).isEmpty()) {
      return METRIC;
    }
    return isPrediction(view, alarm.feature()) ? PREDICTION : FEATURE;
  }

  static boolean isPrediction(RunView view, String name) {
    return view.input().endpoint().members().stream()
        .anyMatch(member -> name.equals(PredictionColumns.of(member.algorithm())));
  }

  /** The algorithm. */
  static String withoutPrefix(String prediction) {
    return PredictionColumns.algorithm(prediction);
  }

  /** Whose metric it is. */
  static String member(String metric) {
    int dot = metric.lastIndexOf('.');
    return dot < 0 ? MemberQuality.COMBINED : metric.substring(0, dot);
  }
}
