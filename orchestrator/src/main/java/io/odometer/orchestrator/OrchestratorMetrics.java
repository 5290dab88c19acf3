// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator;

import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.orchestrator.control.ControlPlane;
import io.odometer.orchestrator.engine.Engine;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.stream.Collectors;

/** What Prometheus is told beside requests and the JVM; counted when it asks. */
final class OrchestratorMetrics {
  private OrchestratorMetrics() {}

  static PrometheusRegistry of(ControlPlane control, Engine engine) {
    PrometheusRegistry registry = new PrometheusRegistry();
    GaugeWithCallback.builder()
        .name("odometer_executions")
        .help("Executions that can be asked for, by status.")
        .labelNames("status")
        .callback(callback -> count(control, callback))
        .register(registry);
    CounterWithCallback.builder()
        .name("odometer_engine_skipped_records")
        .help("Records that could not be worked on and were passed over.")
        .callback(callback -> callback.call((double) engine.skippedRecords()))
        .register(registry);
    return registry;
  }

  private static void count(ControlPlane control, GaugeWithCallback.Callback callback) {
    Map<ExecutionStatus, Long> counts =
        control.executions().stream()
            .collect(Collectors.groupingBy(ExecutionRecord::status, Collectors.counting()));
    for (ExecutionStatus status : ExecutionStatus.values()) {
      callback.call(counts.getOrDefault(status, 0L), status.name());
    }
  }
}
