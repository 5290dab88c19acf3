// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a standalone instance keeps its data and on which ports of 127.0.0.1 it listens (0: any
 * free one).
 *
 * @param environment what the services read their other settings from
 */
public record StandaloneSettings(
    Path data,
    int apiPort,
    int controlPort,
    int storePort,
    int kafkaPort,
    Map<String, String> environment) {
  public StandaloneSettings {
    environment = Map.copyOf(environment);
  }

  /** For tests: nothing but the folder is fixed. */
  public static StandaloneSettings onFreePorts(Path data) {
    return new StandaloneSettings(data, 0, 0, 0, 0, Map.of());
  }
}
