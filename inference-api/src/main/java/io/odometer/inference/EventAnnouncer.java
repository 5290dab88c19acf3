// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.inference.endpoint.LoadFailure;
import io.odometer.inference.endpoint.LoadListener;
import io.odometer.inference.http.ServingMetrics;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Says in the log, in the metrics and on the topic of events how loading goes. */
final class EventAnnouncer implements LoadListener {
  private static final Logger LOG = LoggerFactory.getLogger(EventAnnouncer.class);
  private static final String SOURCE = "inference-api";

  private final Consumer<SystemEvent> events;
  private final ServingMetrics metrics;
  private final InstantSource clock;

  /** Several of this service may run, and each loads for itself. */
  private final String instance = UUID.randomUUID().toString();

  EventAnnouncer(Consumer<SystemEvent> events, ServingMetrics metrics, InstantSource clock) {
    this.events = events;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void loaded(ServingEndpoint serving) {
    Endpoint endpoint = serving.endpoint();
    metrics.loaded(serving);
    List<String> members = endpoint.members().stream().map(Object::toString).toList();
    String message =
        "endpoint %s serves version %d: %s"
            .formatted(endpoint.name(), endpoint.version(), String.join(", ", members));
    LOG.info("{}", message);
    Map<String, Object> data = Map.of("version", endpoint.version(), "members", members);
    announce("endpoint.loaded", endpoint, message, Json.toTree(data));
  }

  @Override
  public void failed(Endpoint endpoint, LoadFailure failure) {
    metrics.failed(endpoint.name().value());
    String message =
        "endpoint %s cannot load version %d: %s"
            .formatted(endpoint.name(), endpoint.version(), failure.reason());
    LOG.warn("{}", message);
    Map<String, Object> data =
        Map.of("version", endpoint.version(), "error", failure.error(), "reason", failure.reason());
    announce("endpoint.failed", endpoint, message, Json.toTree(data));
  }

  @Override
  public void removed(String endpoint) {
    metrics.removed(endpoint);
    LOG.info("endpoint {} is gone", endpoint);
  }

  private void announce(String type, Endpoint endpoint, String message, JsonNode data) {
    String id =
        "%s/%s/%d/%s/%s"
            .formatted(
                type,
                endpoint.name(),
                endpoint.version(),
                data.path("error").asString(""),
                instance);
    events.accept(
        new SystemEvent(id, type, SOURCE, clock.instant(), endpoint.name(), message, data));
  }
}
