// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.store.ObjectStore;
import io.odometer.inference.capture.Capture;
import io.odometer.inference.capture.CaptureSender;
import io.odometer.inference.endpoint.EndpointLoader;
import io.odometer.inference.endpoint.Endpoints;
import io.odometer.inference.http.EndpointChoice;
import io.odometer.inference.http.ServingMetrics;
import io.odometer.inference.http.ServingRoutes;
import io.odometer.inference.http.WarmUp;
import io.odometer.inference.request.Predictions;
import io.odometer.platform.http.HttpServer;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Serving without its neighbours: hears changes of endpoints, loads from any store, answers over
 * HTTP.
 */
final class ServingNode implements AutoCloseable {
  /** What the node is told by its surroundings, and whom it tells. */
  record Surroundings(
      ObjectStore store,
      Predicate<String> isProject,
      BooleanSupplier caughtUp,
      Consumer<SystemEvent> events,
      ToDoubleFunction<String> captureShare,
      CaptureSender captures,
      InstantSource clock,
      Backoff backoff) {
    static Backoff usualBackoff() {
      return new Backoff(
          Duration.ofMillis(200), Duration.ofSeconds(30), RandomGenerator.getDefault());
    }
  }

  /** See {@link InferenceApiConfig}. */
  record Limits(int rows, int modelMegabytes, int captureMegabytes, Duration warmUp) {}

  private final Endpoints endpoints = new Endpoints();
  private final Closer closer = new Closer();
  private final BooleanSupplier caughtUp;
  private final EndpointLoader loader;
  private final Capture capture;
  private final HttpServer server;
  private volatile boolean settled;

  ServingNode(
      HttpSettings http,
      Optional<ProjectName> defaultEndpoint,
      Limits limits,
      Surroundings surroundings) {
    PrometheusRegistry registry = new PrometheusRegistry();
    ServingMetrics metrics = new ServingMetrics(registry);
    Predictions predictions = new Predictions(limits.rows());
    WarmUp warmUp = new WarmUp(predictions, limits.warmUp());
    this.caughtUp = surroundings.caughtUp();
    this.capture = closer.add(capture(limits, surroundings, registry));
    this.loader =
        new EndpointLoader(
            endpoints,
            surroundings.store(),
            serving -> {
              warmUp.run(serving);
              serving.verify();
            },
            new EventAnnouncer(surroundings.events(), metrics, surroundings.clock()),
            (long) limits.modelMegabytes() << 20,
            surroundings.backoff(),
            surroundings.clock());
    EndpointChoice choice =
        new EndpointChoice(
            endpoints, surroundings.isProject(), defaultEndpoint.map(ProjectName::value));
    ServingRoutes routes =
        new ServingRoutes(
            endpoints, choice, predictions, metrics, capture, http.token().isPresent());
    this.server = new HttpServer(http, registry, Map.of("endpoints", this::check), routes::addTo);
    closer.add(loader);
    closer.add(server);
  }

  private static Capture capture(
      Limits limits, Surroundings surroundings, PrometheusRegistry registry) {
    return new Capture(
        limits.captureMegabytes(),
        new Capture.Surroundings(
            surroundings.captureShare(),
            () -> ThreadLocalRandom.current().nextDouble(),
            surroundings.captures(),
            surroundings.clock(),
            surroundings.backoff()),
        registry);
  }

  void follow(String name, Optional<Endpoint> change) {
    loader.follow(name, change);
  }

  void start() {
    capture.start();
    server.start();
  }

  int port() {
    return server.port();
  }

  /**
   * Ready once every endpoint that was known at the start was loaded, or failed to be; stays ready
   * when the neighbours go away, since serving goes on.
   */
  Health check() {
    if (!settled) {
      if (!caughtUp.getAsBoolean()) {
        return Health.notReady("the endpoints are not known yet: waiting for Kafka");
      }
      if (!endpoints.settled()) {
        return Health.notReady("endpoints are being loaded");
      }
      settled = true;
    }
    return Health.ready();
  }

  @Override
  public void close() {
    closer.close();
  }
}
