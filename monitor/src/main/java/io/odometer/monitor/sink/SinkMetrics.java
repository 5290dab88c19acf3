// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** What the sink does, in numbers. */
final class SinkMetrics {
  private final Counter objects;
  private final Counter records;
  private final Counter malformed;
  private final Gauge lag;

  SinkMetrics(PrometheusRegistry registry) {
    objects = counter(registry, "odometer_sink_objects", "Objects of captured requests written.");
    records = counter(registry, "odometer_sink_records", "Captured requests written.");
    malformed =
        counter(
            registry,
            "odometer_sink_malformed",
            "Records that are no captured requests, left out.");
    lag =
        Gauge.builder()
            .name("odometer_sink_lag_seconds")
            .help("Age of the oldest captured request that was read and is not yet written.")
            .register(registry);
  }

  private static Counter counter(PrometheusRegistry registry, String name, String help) {
    return Counter.builder().name(name).help(help).register(registry);
  }

  void written(int writtenObjects, int writtenRecords) {
    objects.inc(writtenObjects);
    records.inc(writtenRecords);
  }

  void malformed() {
    malformed.inc();
  }

  void lag(Duration age) {
    lag.set(Math.max(0, age.toMillis()) / 1000.0);
  }
}
