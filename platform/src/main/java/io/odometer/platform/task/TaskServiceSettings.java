// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.platform.config.Settings;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.store.StoreSettings;

/** What every service that does tasks needs to know. */
public record TaskServiceSettings(
    KafkaSettings kafka, StoreSettings store, HttpSettings http, TaskWorkerSettings worker) {
  /**
   * Those of Kafka, the store, HTTP and the worker.
   *
   * @param port where it answers unless told otherwise
   */
  public static TaskServiceSettings from(Settings settings, int port) {
    return new TaskServiceSettings(
        KafkaSettings.from(settings),
        StoreSettings.from(settings),
        HttpSettings.from(settings, port),
        TaskWorkerSettings.from(settings));
  }
}
