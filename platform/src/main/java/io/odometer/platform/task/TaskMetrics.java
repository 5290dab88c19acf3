// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** Counts and times tasks by name and how they ended. */
final class TaskMetrics {
  private final Counter ended;
  private final Histogram seconds;
  private final Gauge running;

  TaskMetrics(PrometheusRegistry registry) {
    ended =
        Counter.builder()
            .name("odometer_tasks_total")
            .help(
                "Tasks that ended, by outcome: succeeded, found, failed, handed_back, unreported.")
            .labelNames("task", "outcome")
            .register(registry);
    seconds =
        Histogram.builder()
            .name("odometer_task_duration_seconds")
            .help("Time from a task's start to its end.")
            .labelNames("task")
            .classicOnly()
            .classicUpperBounds(0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000)
            .register(registry);
    running =
        Gauge.builder()
            .name("odometer_tasks_running")
            .help("Tasks at work now.")
            .register(registry);
  }

  void began() {
    running.inc();
  }

  void ended(String task, String outcome, Duration time) {
    running.dec();
    ended.labelValues(task, outcome).inc();
    seconds.labelValues(task).observe(time.toMillis() / 1000.0);
  }
}
