// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.platform.config.ConfigurationException;
import io.odometer.platform.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainerConfigTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "ODOMETER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092",
          "ODOMETER_S3_ENDPOINT", "http://127.0.0.1:9000",
          "AWS_ACCESS_KEY_ID", "someone",
          "AWS_SECRET_ACCESS_KEY", "hush");

  @Test
  void only_the_neighbours_need_be_named() {
    TrainerConfig config = Settings.read(LEAST, TrainerConfig::from).value();
    assertEquals(8081, config.service().http().port());
    assertEquals("127.0.0.1", config.service().http().host());
    assertEquals(2, config.service().worker().parallel());
    assertTrue(config.limits().cells() > 0);
    assertFalse(config.toString().contains("hush"));
  }

  @Test
  void every_absent_setting_is_named_at_once() {
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class, () -> Settings.read(Map.of(), TrainerConfig::from));
    String message = String.valueOf(refusal.getMessage());
    for (String key : LEAST.keySet()) {
      assertTrue(message.contains(key), message);
    }
  }
}
