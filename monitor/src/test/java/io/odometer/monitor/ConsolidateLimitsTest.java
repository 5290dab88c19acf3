// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.monitor.consolidate.ConsolidateLimits;
import io.odometer.platform.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsolidateLimitsTest {
  private static ConsolidateLimits read(Map<String, String> environment) {
    return Settings.read(environment, ConsolidateLimits::from).value();
  }

  @Test
  void limits_have_defaults() {
    assertEquals(ConsolidateLimits.DEFAULT, read(Map.of()));
  }

  @Test
  void each_limit_can_be_set() {
    assertEquals(
        new ConsolidateLimits(1, 2 << 20, 3, 4),
        read(
            Map.of(
                "ODOMETER_MONITOR_OBJECTS", "1",
                "ODOMETER_MONITOR_MEGABYTES", "2",
                "ODOMETER_MONITOR_ROWS", "3",
                "ODOMETER_MONITOR_LABELS", "4")));
  }
}
