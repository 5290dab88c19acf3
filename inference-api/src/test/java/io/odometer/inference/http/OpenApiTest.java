// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.inference.capture.Capture;
import io.odometer.inference.endpoint.Endpoints;
import io.odometer.inference.request.Predictions;
import io.odometer.platform.lifecycle.Backoff;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document is held against the routes that exist. */
class OpenApiTest {
  /** What every service's server adds. */
  private static final List<String> COMMON = List.of("/health/live", "/health/ready", "/metrics");

  private final JsonNode document = read();

  @Test
  void every_route_is_described_and_every_description_is_a_route() {
    Set<String> expected =
        routes().all().stream()
            .map(route -> route.method().name().toLowerCase(Locale.ROOT) + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));
    COMMON.forEach(path -> expected.add("get " + path));

    Set<String> described = new TreeSet<>();
    document
        .path("paths")
        .forEachEntry(
            (path, operations) ->
                operations.forEachEntry((method, operation) -> described.add(method + " " + path)));

    assertEquals(expected, described);
  }

  @Test
  void every_reference_leads_somewhere() {
    List<JsonNode> references = document.findValues("$ref");
    assertFalse(references.isEmpty());
    for (JsonNode reference : references) {
      String pointer = reference.stringValue().substring(1);
      assertFalse(document.at(pointer).isMissingNode(), pointer);
    }
  }

  @Test
  void it_is_of_version_3_1() {
    assertTrue(document.path("openapi").stringValue().startsWith("3.1."));
  }

  private static ServingRoutes routes() {
    Endpoints endpoints = new Endpoints();
    Capture.Surroundings nowhere =
        new Capture.Surroundings(
            name -> 0,
            () -> 0,
            (_, _) -> CompletableFuture.completedFuture("sent"),
            InstantSource.system(),
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1)));
    return new ServingRoutes(
        endpoints,
        new EndpointChoice(endpoints, name -> false, Optional.empty()),
        new Predictions(1),
        new ServingMetrics(new PrometheusRegistry()),
        new Capture(1, nowhere, new PrometheusRegistry()),
        false);
  }

  private static JsonNode read() {
    try (InputStream stream =
        OpenApiTest.class.getResourceAsStream("/inference-api/openapi.json")) {
      return Json.read(stream.readAllBytes(), JsonNode.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
