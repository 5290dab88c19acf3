// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Health and metrics. */
final class CommonRoutes {
  private record Live(String status) {}

  private record Readiness(String status, List<String> reasons) {}

  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final PrometheusRegistry registry;
  private final Map<String, Supplier<Health>> checks;

  CommonRoutes(PrometheusRegistry registry, Map<String, Supplier<Health>> checks) {
    this.registry = registry;
    this.checks = checks;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/health/live", context -> context.json(new Live("live")));
    routes.get("/health/ready", this::ready);
    routes.get("/metrics", this::metrics);
  }

  private void ready(Context context) {
    List<String> reasons = new ArrayList<>();
    checks.forEach(
        (name, check) -> {
          if (check.get() instanceof Health.NotReady notReady) {
            reasons.add(name + ": " + notReady.reason());
          }
        });
    context.status(reasons.isEmpty() ? 200 : 503);
    context.json(new Readiness(reasons.isEmpty() ? "ready" : "not ready", reasons));
  }

  private void metrics(Context context) throws IOException {
    context.contentType(PrometheusTextFormatWriter.CONTENT_TYPE);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    writer.write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    context.result(text.toByteArray());
  }
}
