// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.store.ObjectStore;
import io.odometer.inference.capture.CaptureSender;
import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.testmodels.CarVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A real node on a free port, told of endpoints by hand. */
final class TestNode implements AutoCloseable {
  /** What came back. */
  record Reply(int status, String body, HttpResponse<String> response) {
    JsonNode json() {
      return Json.tree(body);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  static final Set<String> PROJECTS = Set.of("uk", "untrained");

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<SystemEvent> events = new LinkedBlockingQueue<>();
  private final ServingNode node;
  volatile boolean caughtUp = true;

  TestNode(ObjectStore store) {
    this(store, Optional.empty(), Optional.empty(), limits(1_000, 64));
  }

  /** Captures every request. */
  TestNode(ObjectStore store, CaptureSender captures) {
    this(store, Optional.empty(), Optional.empty(), limits(1_000, 64), captures);
  }

  TestNode(
      ObjectStore store,
      Optional<String> defaultEndpoint,
      Optional<String> token,
      ServingNode.Limits limits) {
    this(
        store, defaultEndpoint, token, limits, (_, _) -> CompletableFuture.completedFuture("sent"));
  }

  TestNode(
      ObjectStore store,
      Optional<String> defaultEndpoint,
      Optional<String> token,
      ServingNode.Limits limits,
      CaptureSender captures) {
    Backoff quick = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), new Random(1));
    node =
        new ServingNode(
            new HttpSettings("127.0.0.1", 0, token),
            defaultEndpoint.map(ProjectName::new),
            limits,
            new ServingNode.Surroundings(
                store,
                PROJECTS::contains,
                () -> caughtUp,
                events::add,
                name -> 1,
                captures,
                InstantSource.fixed(CarVersions.NOW),
                quick));
    node.start();
  }

  static ServingNode.Limits limits(int rows, int modelMegabytes) {
    return new ServingNode.Limits(rows, modelMegabytes, 4, Duration.ofMillis(10));
  }

  ServingNode node() {
    return node;
  }

  int port() {
    return node.port();
  }

  /** Waits for the event that ends the load. */
  SystemEvent deploy(Endpoint endpoint) {
    node.follow(endpoint.name().value(), Optional.of(endpoint));
    return nextEvent();
  }

  SystemEvent nextEvent() {
    try {
      SystemEvent event = events.poll(20, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no event within 20 s");
      }
      return event;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  boolean saidNothing() {
    return events.isEmpty();
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply postJson(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Reply post(String path, String type, String accept, String body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    // First: the server waits for connections that are open.
    client.close();
    node.close();
  }
}
