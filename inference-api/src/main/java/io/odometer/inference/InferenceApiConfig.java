// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import io.odometer.core.project.ProjectName;
import io.odometer.platform.config.Settings;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.store.StoreSettings;
import java.util.Optional;

/**
 * What the service needs to know.
 *
 * @param defaultEndpoint which endpoint {@code /predict} means when there are several
 * @param rowLimit most rows of one request
 * @param modelMegabytes most files of models that are loaded at a time
 * @param captureMegabytes most of captured requests that wait to be sent to Kafka
 */
public record InferenceApiConfig(
    KafkaSettings kafka,
    StoreSettings store,
    HttpSettings http,
    Optional<ProjectName> defaultEndpoint,
    int rowLimit,
    int modelMegabytes,
    int captureMegabytes) {
  private static final int PORT = 8080;
  private static final int ROWS = 100_000;
  private static final int CAPTURE_MEGABYTES = 32;

  public InferenceApiConfig {
    if (rowLimit < 1 || modelMegabytes < 1 || captureMegabytes < 1) {
      throw new IllegalArgumentException(
          "ODOMETER_ROW_LIMIT, ODOMETER_MODEL_MEGABYTES and ODOMETER_CAPTURE_MEGABYTES are at least"
              + " 1");
    }
  }

  /**
   * {@code ODOMETER_DEFAULT_ENDPOINT}, {@code ODOMETER_ROW_LIMIT} (100,000), {@code
   * ODOMETER_MODEL_MEGABYTES} (a quarter of the heap), {@code ODOMETER_CAPTURE_MEGABYTES} (32), and
   * those of Kafka, the store and HTTP.
   */
  public static InferenceApiConfig from(Settings settings) {
    return new InferenceApiConfig(
        KafkaSettings.from(settings),
        StoreSettings.from(settings),
        HttpSettings.from(settings, PORT),
        settings.optional("ODOMETER_DEFAULT_ENDPOINT").map(ProjectName::new),
        settings.integer("ODOMETER_ROW_LIMIT", ROWS),
        settings.integer("ODOMETER_MODEL_MEGABYTES", quarterOfHeap()),
        settings.integer("ODOMETER_CAPTURE_MEGABYTES", CAPTURE_MEGABYTES));
  }

  private static int quarterOfHeap() {
    return Math.clamp(Runtime.getRuntime().maxMemory() >> 22, 16, Integer.MAX_VALUE);
  }
}
