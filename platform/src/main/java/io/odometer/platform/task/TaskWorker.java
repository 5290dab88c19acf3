// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.core.store.ObjectStore;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;

/**
 * Takes the tasks of one service from its share group, several at once, and reports on {@code
 * task-results}. A task whose result already lies in the store is not run again.
 */
public final class TaskWorker implements AutoCloseable {
  /**
   * @param handlers by task name
   */
  public TaskWorker(
      String service,
      KafkaSettings kafka,
      ObjectStore store,
      Map<String, TaskHandler> handlers,
      TaskWorkerSettings settings,
      PrometheusRegistry registry) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Returns at once; topics and group settings are made if need be. */
  public void start() {}

  public Health check() {
    return Health.notReady("to be written");
  }

  /** Hands back what is under way after the stop limit. */
  @Override
  public void close() {}
}
