// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts deliveries by channel and how they ended, and failed tries. */
final class NotificationMetrics {
  private final Counter outcomes;

  NotificationMetrics(PrometheusRegistry registry) {
    outcomes =
        Counter.builder()
            .name("odometer_notifications_total")
            .help("Deliveries by channel and outcome: sent, skipped, dead; failed counts tries.")
            .labelNames("channel", "outcome")
            .register(registry);
  }

  void count(Delivery delivery, String outcome) {
    outcomes.labelValues(delivery.channel().type(), outcome).inc();
  }
}
