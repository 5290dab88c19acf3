// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.odometer.core.serving.Member;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.inference.request.PredictionRun;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the endpoints do, in numbers. Safe for use by many threads. */
public final class ServingMetrics {
  private record Points(
      CounterDataPoint rows,
      CounterDataPoint unknown,
      CounterDataPoint missing,
      CounterDataPoint unseen) {}

  private final Counter rows;
  private final Counter unknown;
  private final Counter missing;
  private final Counter unseen;
  private final Counter loads;
  private final Gauge version;
  private final Gauge members;

  /** The client library's own look-up by labels costs more than counting. */
  private final Map<String, Points> points = new ConcurrentHashMap<>();

  public ServingMetrics(PrometheusRegistry registry) {
    rows = counter(registry, "odometer_predictions", "Rows predicted.", "endpoint");
    unknown =
        counter(
            registry,
            "odometer_unknown_values",
            "Cells of columns that the training data did not have, ignored.",
            "endpoint");
    missing = counter(registry, "odometer_missing_values", "Missing cells, imputed.", "endpoint");
    unseen =
        counter(
            registry,
            "odometer_unseen_categories",
            "Cells with a name that no training row held.",
            "endpoint");
    loads =
        counter(
            registry,
            "odometer_endpoint_loads",
            "Versions of endpoints loaded, or failed to load.",
            "endpoint",
            "outcome");
    version = gauge(registry, "odometer_endpoint_version", "The version that serves.", "endpoint");
    members =
        gauge(
            registry,
            "odometer_endpoint_member",
            "1 for each model version that serves.",
            "endpoint",
            "algorithm",
            "version");
  }

  private static Counter counter(
      PrometheusRegistry registry, String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private static Gauge gauge(
      PrometheusRegistry registry, String name, String help, String... labels) {
    return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  void count(PredictionRun run) {
    Points found = points.computeIfAbsent(run.serving().name(), this::pointsOf);
    found.rows().inc(run.rows());
    add(found.unknown(), run.unknown());
    add(found.missing(), run.missing());
    add(found.unseen(), run.unseen());
  }

  private static void add(CounterDataPoint point, long amount) {
    if (amount > 0) {
      point.inc(amount);
    }
  }

  private Points pointsOf(String endpoint) {
    return new Points(
        rows.labelValues(endpoint),
        unknown.labelValues(endpoint),
        missing.labelValues(endpoint),
        unseen.labelValues(endpoint));
  }

  /** This is what serves from now on. */
  public void loaded(ServingEndpoint serving) {
    loads.labelValues(serving.name(), "loaded").inc();
    version.labelValues(serving.name()).set((double) serving.endpoint().version());
    forgetMembers(serving.name());
    for (Member member : serving.members()) {
      members.labelValues(serving.name(), member.algorithm(), member.version()).set(1);
    }
  }

  public void failed(String endpoint) {
    loads.labelValues(endpoint, "failed").inc();
  }

  public void removed(String endpoint) {
    version.remove(endpoint);
    forgetMembers(endpoint);
  }

  private void forgetMembers(String endpoint) {
    members.removeIf(labels -> labels.getFirst().equals(endpoint));
  }
}
