// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.store.ObjectStore;
import io.odometer.inference.capture.Capture;
import io.odometer.inference.capture.CaptureSender;
import io.odometer.inference.endpoint.EndpointLoader;
import io.odometer.inference.endpoint.Endpoints;
import io.odometer.inference.endpoint.LoadFailure;
import io.odometer.inference.endpoint.LoadListener;
import io.odometer.inference.http.EndpointChoice;
import io.odometer.inference.http.ServingMetrics;
import io.odometer.inference.http.ServingRoutes;
import io.odometer.inference.request.Predictions;
import io.odometer.platform.http.HttpServer;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Closer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * The routes of inference-api on the server that all services have, without Kafka; and next to them
 * one whose handler does nothing.
 */
final class SampleServer implements AutoCloseable {
  private static final byte[] NOTHING = "{\"value\":0}".getBytes(US_ASCII);
  private static final int ROWS = 1_000;
  private static final int CAPTURE_MEGABYTES = 32;
  private static final long ROOM = 256L << 20;

  /** What is captured, and where to. */
  record CaptureTarget(ToDoubleFunction<String> share, CaptureSender sender) {}

  private final CompletableFuture<ServingEndpoint> loaded = new CompletableFuture<>();
  private final Closer closer = new Closer();
  private final EndpointLoader loader;
  private final HttpServer server;

  /** Captures nothing. */
  SampleServer(ObjectStore store) {
    this(store, new CaptureTarget(_ -> 0, (_, _) -> CompletableFuture.completedFuture("sent")));
  }

  SampleServer(ObjectStore store, CaptureTarget target) {
    Endpoints endpoints = new Endpoints();
    PrometheusRegistry registry = new PrometheusRegistry();
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), new Random(1));
    loader =
        closer.add(
            new EndpointLoader(
                endpoints,
                store,
                ServingEndpoint::verify,
                new Completion(loaded),
                ROOM,
                backoff,
                InstantSource.system()));
    Capture capture =
        closer.add(
            new Capture(
                CAPTURE_MEGABYTES,
                new Capture.Surroundings(
                    target.share(),
                    () -> ThreadLocalRandom.current().nextDouble(),
                    target.sender(),
                    InstantSource.system(),
                    backoff),
                registry));
    capture.start();
    ServingRoutes routes =
        new ServingRoutes(
            endpoints,
            new EndpointChoice(endpoints, name -> false, Optional.empty()),
            new Predictions(ROWS),
            new ServingMetrics(registry),
            capture,
            false);
    server =
        closer.add(
            new HttpServer(
                new HttpSettings("127.0.0.1", 0, Optional.empty()),
                registry,
                Map.of(),
                config -> addRoutes(routes, config)));
  }

  private static void addRoutes(ServingRoutes routes, RoutesConfig config) {
    routes.addTo(config);
    config.post("/empty", SampleServer::answerNothing);
  }

  private static void answerNothing(Context context) throws IOException {
    try (InputStream body = context.bodyInputStream()) {
      body.readAllBytes();
    }
    context.contentType("application/json").result(NOTHING);
  }

  /** Takes requests once the endpoint serves. */
  void start(Endpoint endpoint) throws Exception {
    loader.follow(endpoint.name().value(), Optional.of(endpoint));
    loaded.get(1, TimeUnit.MINUTES);
    server.start();
  }

  URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    closer.close();
  }

  private record Completion(CompletableFuture<ServingEndpoint> loaded) implements LoadListener {
    @Override
    public void loaded(ServingEndpoint serving) {
      loaded.complete(serving);
    }

    @Override
    public void failed(Endpoint endpoint, LoadFailure failure) {
      loaded.completeExceptionally(new IllegalStateException(failure.reason()));
    }

    @Override
    public void removed(String endpoint) {
      loaded.completeExceptionally(new IllegalStateException("the endpoint was removed"));
    }
  }
}
