// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import io.odometer.platform.config.Settings;
import java.time.Duration;

/**
 * When captured requests become objects.
 *
 * @param roll the longest time that a request waits for others
 * @param batchBytes that many are enough
 * @param batchRecords so many are enough
 * @param mostBytes held in memory, whatever waits
 */
public record SinkSettings(Duration roll, int batchBytes, int batchRecords, long mostBytes) {
  private static final Duration ROLL = Duration.ofMinutes(1);
  private static final int BATCH_BYTES = 5 << 20;
  private static final int BATCH_RECORDS = 5_000;
  private static final long MOST_BYTES = 48L << 20;

  public SinkSettings {
    if (roll.isNegative()) {
      throw new IllegalArgumentException("ODOMETER_CAPTURE_ROLL is not negative");
    }
    if (batchBytes < 1 || batchRecords < 1 || mostBytes < batchBytes) {
      throw new IllegalArgumentException("a batch holds something, and memory a batch");
    }
  }

  /** {@code ODOMETER_CAPTURE_ROLL} (a minute). */
  public static SinkSettings from(Settings settings) {
    return rolling(settings.duration("ODOMETER_CAPTURE_ROLL", ROLL));
  }

  public static SinkSettings rolling(Duration roll) {
    return new SinkSettings(roll, BATCH_BYTES, BATCH_RECORDS, MOST_BYTES);
  }
}
