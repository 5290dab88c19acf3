// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.platform.config.Settings;

/**
 * How much one run takes, at least one object; what is more waits for the next. The windows that a
 * run makes are read into memory by their keys when labels come, so their rows are bounded too.
 *
 * @param objects of a source
 * @param bytes of a source
 * @param rows after which no further captured object is begun
 * @param labels after which no further object of labels is begun
 */
public record ConsolidateLimits(int objects, long bytes, long rows, long labels) {
  public static final ConsolidateLimits DEFAULT =
      new ConsolidateLimits(10_000, 4L << 30, 2_000_000, 2_000_000);

  /**
   * {@code ODOMETER_MONITOR_OBJECTS}, {@code ODOMETER_MONITOR_MEGABYTES}, {@code
   * ODOMETER_MONITOR_ROWS}, {@code ODOMETER_MONITOR_LABELS}.
   */
  public static ConsolidateLimits from(Settings settings) {
    return new ConsolidateLimits(
        settings.integer("ODOMETER_MONITOR_OBJECTS", DEFAULT.objects),
        (long) settings.integer("ODOMETER_MONITOR_MEGABYTES", (int) (DEFAULT.bytes >> 20)) << 20,
        settings.integer("ODOMETER_MONITOR_ROWS", (int) DEFAULT.rows),
        settings.integer("ODOMETER_MONITOR_LABELS", (int) DEFAULT.labels));
  }

  public ConsolidateLimits {
    if (objects < 1 || bytes < 1 || rows < 1 || labels < 1) {
      throw new IllegalArgumentException("the limits of a run are at least 1");
    }
  }
}
