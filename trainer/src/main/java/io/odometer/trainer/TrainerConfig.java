// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer;

import io.odometer.platform.config.Settings;
import io.odometer.platform.task.TaskServiceSettings;
import io.odometer.trainer.preprocess.PreprocessLimits;

/** What the service needs to know. */
public record TrainerConfig(TaskServiceSettings service, PreprocessLimits limits) {
  private static final int PORT = 8081;

  /** Those of every service that does tasks; what data may weigh follows from the heap. */
  public static TrainerConfig from(Settings settings) {
    return new TrainerConfig(
        TaskServiceSettings.from(settings, PORT),
        PreprocessLimits.forHeap(Runtime.getRuntime().maxMemory()));
  }
}
