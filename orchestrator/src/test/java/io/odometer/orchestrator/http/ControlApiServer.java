// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import io.odometer.core.json.Json;
import io.odometer.orchestrator.control.ControlPlane;
import io.odometer.platform.http.HttpServer;
import io.odometer.platform.http.HttpSettings;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The control API on a real server with a free port, and a client of it. */
final class ControlApiServer implements AutoCloseable {
  record Answer(int status, String body) {
    JsonNode json() {
      return Json.tree(body);
    }
  }

  static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  ControlApiServer(ControlPlane control, RecentEvents events) {
    server =
        new HttpServer(
            new HttpSettings("127.0.0.1", 0, Optional.empty()),
            new PrometheusRegistry(),
            Map.of(),
            new ControlApi(control, events, () -> NOW)::addTo);
    server.start();
  }

  Answer get(String path) {
    return call("GET", path, "");
  }

  Answer put(String path, String body) {
    return call("PUT", path, body);
  }

  Answer post(String path) {
    return call("POST", path, "");
  }

  Answer call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
