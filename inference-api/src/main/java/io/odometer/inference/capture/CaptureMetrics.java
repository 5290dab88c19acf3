// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was captured and what was not, in numbers. Safe for use by many threads. */
final class CaptureMetrics {
  private final Counter captured;
  private final Counter dropped;
  private final Map<String, CounterDataPoint> points = new ConcurrentHashMap<>();

  CaptureMetrics(PrometheusRegistry registry, CaptureQueue queue) {
    captured =
        Counter.builder()
            .name("odometer_captured")
            .help("Requests that were captured, with their answers.")
            .labelNames("endpoint")
            .register(registry);
    dropped =
        Counter.builder()
            .name("odometer_capture_dropped")
            .help(
                "Requests that should have been captured and were not, by reason: queue_full,"
                    + " too_large, refused, stopped.")
            .labelNames("endpoint", "reason")
            .register(registry);
    GaugeWithCallback.builder()
        .name("odometer_capture_queue_bytes")
        .help("Memory of what waits to be sent.")
        .callback(callback -> callback.call((double) queue.bytes()))
        .register(registry);
  }

  void captured(String endpoint) {
    points.computeIfAbsent(endpoint, captured::labelValues).inc();
  }

  void dropped(String endpoint, DropReason reason) {
    dropped.labelValues(endpoint, reason.label()).inc();
  }
}
