// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.platform.config.ConfigurationException;
import io.odometer.platform.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerConfigTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "ODOMETER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092",
          "ODOMETER_S3_ENDPOINT", "http://127.0.0.1:9000",
          "AWS_ACCESS_KEY_ID", "someone",
          "AWS_SECRET_ACCESS_KEY", "hush");

  @Test
  void only_the_neighbours_need_be_named() {
    ScorerConfig config = Settings.read(LEAST, ScorerConfig::from).value();
    assertEquals(8082, config.service().http().port());
    assertEquals(64, config.limits().rangeMegabytes());
    assertEquals(64L << 20, config.limits().rangeBytes());
    assertEquals(Runtime.getRuntime().availableProcessors(), config.limits().threads());
    assertTrue(config.limits().modelMegabytes() >= 16);
    assertTrue(config.limits().blocksUnderWay() > config.limits().threads());
    assertFalse(config.toString().contains("hush"));
  }

  @Test
  void limits_are_set_in_megabytes() {
    Map<String, String> settings = new HashMap<>(LEAST);
    settings.put("ODOMETER_RANGE_MEGABYTES", "5");
    settings.put("ODOMETER_MODEL_MEGABYTES", "3000");
    settings.put("ODOMETER_SCORER_THREADS", "7");
    ScorerLimits limits = Settings.read(settings, ScorerConfig::from).value().limits();
    assertEquals(new ScorerLimits(5, 3000, 7), limits);
    assertEquals(3000L << 20, limits.modelBytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ODOMETER_RANGE_MEGABYTES", "ODOMETER_MODEL_MEGABYTES", "ODOMETER_SCORER_THREADS"})
  void a_limit_is_a_number_of_at_least_1(String name) {
    for (String value : new String[] {"0", "-1", "many", "99999999999"}) {
      Map<String, String> settings = new HashMap<>(LEAST);
      settings.put(name, value);
      ConfigurationException refusal =
          assertThrows(
              ConfigurationException.class, () -> Settings.read(settings, ScorerConfig::from));
      assertTrue(String.valueOf(refusal.getMessage()).contains(name), refusal.getMessage());
    }
  }

  @Test
  void every_absent_setting_is_named_at_once() {
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class, () -> Settings.read(Map.of(), ScorerConfig::from));
    String message = String.valueOf(refusal.getMessage());
    for (String key : LEAST.keySet()) {
      assertTrue(message.contains(key), message);
    }
  }
}
