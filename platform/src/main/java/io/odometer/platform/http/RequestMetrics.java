// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times requests by method, route template and status. */
final class RequestMetrics {
  private record Kind(String method, String route, int status) {
    String[] labels() {
      return new String[] {method, route, Integer.toString(status)};
    }
  }

  private record Points(CounterDataPoint count, DistributionDataPoint seconds) {}

  private final Counter requests;
  private final Histogram seconds;

  /** The client library's own look-up by labels costs more than all else here. */
  private final Map<Kind, Points> points = new ConcurrentHashMap<>();

  RequestMetrics(PrometheusRegistry registry) {
    requests =
        Counter.builder()
            .name("odometer_http_requests_total")
            .help("Requests answered.")
            .labelNames("method", "route", "status")
            .register(registry);
    seconds =
        Histogram.builder()
            .name("odometer_http_request_duration_seconds")
            .help("Time from a request's arrival to its answer.")
            .labelNames("method", "route", "status")
            .classicOnly()
            .classicUpperBounds(
                0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
            .register(registry);
  }

  void observe(Context context, float milliseconds) {
    Kind kind = new Kind(context.method().name(), route(context), context.statusCode());
    Points found = points.computeIfAbsent(kind, this::points);
    found.count().inc();
    found.seconds().observe(milliseconds / 1000.0);
  }

  private Points points(Kind kind) {
    return new Points(requests.labelValues(kind.labels()), seconds.labelValues(kind.labels()));
  }

  /** Paths that no route has share one label: their number is up to the clients. */
  private static String route(Context context) {
    Endpoint endpoint = context.endpoints().lastHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }
}
