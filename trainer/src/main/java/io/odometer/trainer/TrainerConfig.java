// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer;

import io.odometer.platform.config.Settings;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.store.StoreSettings;
import io.odometer.platform.task.TaskWorkerSettings;
import io.odometer.trainer.preprocess.PreprocessLimits;

/** What the service needs to know. */
public record TrainerConfig(
    KafkaSettings kafka,
    StoreSettings store,
    HttpSettings http,
    TaskWorkerSettings worker,
    PreprocessLimits limits) {
  private static final int PORT = 8081;

  /** Those of Kafka, the store, HTTP and the worker; what data may weigh follows from the heap. */
  public static TrainerConfig from(Settings settings) {
    return new TrainerConfig(
        KafkaSettings.from(settings),
        StoreSettings.from(settings),
        HttpSettings.from(settings, PORT),
        TaskWorkerSettings.from(settings),
        PreprocessLimits.forHeap(Runtime.getRuntime().maxMemory()));
  }
}
