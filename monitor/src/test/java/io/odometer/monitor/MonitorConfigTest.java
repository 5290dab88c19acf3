// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.platform.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorConfigTest {
  private static MonitorConfig read(Map<String, String> some) {
    Map<String, String> environment = new HashMap<>(some);
    environment.put("ODOMETER_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");
    environment.put("ODOMETER_S3_ENDPOINT", "http://localhost:9000");
    environment.put("AWS_ACCESS_KEY_ID", "key");
    environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    return Settings.read(environment, MonitorConfig::from).value();
  }

  @Test
  void limits_of_a_run_are_read() {
    assertEquals(3, read(Map.of("ODOMETER_MONITOR_ROWS", "3")).limits().rows());
  }
}
