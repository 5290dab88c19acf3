// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.store.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Output of evaluate-drift.
 *
 * @param outcome {@code ok} or {@code drift}
 * @param violations found in this window
 * @param alarms violations of which people are told now
 * @param report the page for people
 * @param drift what people are told; null unless there is an alarm
 */
public record DriftVerdict(
    String outcome, long violations, long alarms, ObjectKey report, @Nullable DriftFound drift) {
  public static final String OK = "ok";
  public static final String DRIFT = "drift";
}
