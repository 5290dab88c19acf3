// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topics;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import io.odometer.platform.kafka.BulkProducer;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.TopicTable;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.S3ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the endpoints, loads their champions and answers predictions. */
public final class InferenceApi implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(InferenceApi.class);
  private static final String NAME = "inference-api";

  /** Bytes of captured requests that are on their way to Kafka. */
  private static final int UNDER_WAY = 8 << 20;

  private static final Duration WARM_UP = Duration.ofMillis(400);

  private final Closer closer = new Closer();
  private final TopicTable<Project> projects;
  private final TopicTable<Endpoint> endpoints;
  private final JsonProducer producer;
  private final BulkProducer captures;
  private final ServingNode node;

  public InferenceApi(InferenceApiConfig config) {
    S3ObjectStore store = closer.add(new S3ObjectStore(config.store()));
    producer = closer.add(new JsonProducer(config.kafka(), NAME));
    captures =
        closer.add(
            new BulkProducer(config.kafka(), Topics.CAPTURES, NAME + "-captures", UNDER_WAY));
    projects = closer.add(new TopicTable<>(config.kafka(), Topics.PROJECTS, NAME + "-projects"));
    endpoints = closer.add(new TopicTable<>(config.kafka(), Topics.ENDPOINTS, NAME + "-endpoints"));
    node =
        closer.add(
            new ServingNode(
                config.http(),
                config.defaultEndpoint(),
                new ServingNode.Limits(
                    config.rowLimit(), config.modelMegabytes(), config.captureMegabytes(), WARM_UP),
                new ServingNode.Surroundings(
                    store,
                    name -> projects.get(name).isPresent(),
                    endpoints::caughtUp,
                    this::publish,
                    this::captureShare,
                    captures::send,
                    InstantSource.system(),
                    ServingNode.Surroundings.usualBackoff())));
    endpoints.onChange(node::follow);
  }

  private double captureShare(String endpoint) {
    return projects
        .get(endpoint)
        .map(Project::monitoring)
        .orElse(MonitoringSettings.DEFAULT)
        .captureShare();
  }

  /** Nobody's prediction depends on it, so a lost event is only logged. */
  private void publish(SystemEvent event) {
    var _ =
        producer
            .publish(event)
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    LOG.warn("event {} was not published: {}", event.type(), failure.getMessage());
                  }
                });
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    node.start();
    projects.start();
    endpoints.start();
  }

  /** Ready once every endpoint known at the start was loaded, or failed to. */
  @Override
  public Health check() {
    return node.check();
  }

  /** The port actually bound. */
  public int port() {
    return node.port();
  }

  @Override
  public void close() {
    closer.close();
  }
}
