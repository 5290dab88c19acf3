// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import io.odometer.platform.config.Settings;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.store.StoreSettings;
import io.odometer.platform.task.TaskWorkerSettings;

/**
 * What the service needs to know.
 *
 * @param limits how much is taken at a time
 */
public record ScorerConfig(
    KafkaSettings kafka,
    StoreSettings store,
    HttpSettings http,
    TaskWorkerSettings worker,
    ScorerLimits limits) {
  private static final int PORT = 8082;

  /**
   * {@code ODOMETER_RANGE_MEGABYTES}, {@code ODOMETER_MODEL_MEGABYTES}, {@code
   * ODOMETER_SCORER_THREADS}, and those of Kafka, the store, HTTP and the worker.
   */
  public static ScorerConfig from(Settings settings) {
    return new ScorerConfig(
        KafkaSettings.from(settings),
        StoreSettings.from(settings),
        HttpSettings.from(settings, PORT),
        TaskWorkerSettings.from(settings),
        ScorerLimits.from(settings));
  }
}
