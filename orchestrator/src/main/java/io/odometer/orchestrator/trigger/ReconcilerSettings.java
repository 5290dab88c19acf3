// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import io.odometer.platform.config.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How often which buckets are listed.
 *
 * @param interval between the end of one listing and the beginning of the next
 */
public record ReconcilerSettings(Duration interval, List<String> buckets) {
  public ReconcilerSettings {
    if (interval.compareTo(Duration.ofMillis(100)) < 0
        || interval.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "ODOMETER_RECONCILE_INTERVAL is between 100ms and 1d, not " + interval);
    }
    if (buckets.isEmpty()) {
      throw new IllegalArgumentException("ODOMETER_RECONCILE_BUCKETS names at least one");
    }
    buckets = List.copyOf(buckets);
  }

  /** {@code ODOMETER_RECONCILE_INTERVAL}, {@code ODOMETER_RECONCILE_BUCKETS} (comma-separated). */
  public static ReconcilerSettings from(Settings settings) {
    return new ReconcilerSettings(
        settings.duration("ODOMETER_RECONCILE_INTERVAL", Duration.ofSeconds(2)),
        Arrays.stream(
                settings.string("ODOMETER_RECONCILE_BUCKETS", "training,scoring").split(",", -1))
            .map(String::strip)
            .filter(bucket -> !bucket.isEmpty())
            .toList());
  }
}
