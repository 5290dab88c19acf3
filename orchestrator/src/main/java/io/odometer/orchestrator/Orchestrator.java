// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topics;
import io.odometer.orchestrator.engine.Engine;
import io.odometer.orchestrator.engine.KafkaControlPlane;
import io.odometer.orchestrator.engine.Workflows;
import io.odometer.orchestrator.http.ControlApi;
import io.odometer.orchestrator.http.RecentEvents;
import io.odometer.orchestrator.notification.Notifier;
import io.odometer.orchestrator.trigger.MinioNotifications;
import io.odometer.orchestrator.trigger.Reconciliation;
import io.odometer.platform.http.HttpServer;
import io.odometer.platform.kafka.TopicFollower;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.S3ObjectStore;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The engine that runs workflows, what triggers them, and the API that tells and orders. Any number
 * of instances share the work.
 */
public final class Orchestrator implements Service {
  private static final int EVENTS_KEPT = 1_000;

  private final Closer parts = new Closer();
  private final KafkaControlPlane control;
  private final Engine engine;
  private final TopicFollower<SystemEvent> events;
  private final Reconciliation reconciliation;
  private final Notifier notifier;
  private final InitialProjects projects;
  private final HttpServer http;

  public Orchestrator(OrchestratorConfig config) {
    S3ObjectStore store = parts.add(new S3ObjectStore(config.store()));
    control = parts.add(new KafkaControlPlane(config.kafka(), store, Clock.systemUTC()));
    engine = parts.add(new Engine(config.kafka(), Workflows.builtIn(), new MinioNotifications()));
    RecentEvents recent = new RecentEvents(EVENTS_KEPT);
    events =
        parts.add(
            TopicFollower.fromTheBeginning(
                config.kafka(),
                Topics.EVENTS,
                "orchestrator-events",
                (key, event) -> recent.add(event)));
    reconciliation = parts.add(new Reconciliation(config.kafka(), store, config.reconciler()));
    PrometheusRegistry metrics = OrchestratorMetrics.of(control, engine);
    notifier =
        parts.add(
            new Notifier(
                config.kafka(), config.notifications(), control::project, control::check, metrics));
    projects =
        parts.add(
            new InitialProjects(
                config.projects(),
                control,
                () -> Health.all(engine.check(), control.check()),
                new Backoff(
                    Duration.ofMillis(50), Duration.ofMillis(500), RandomGenerator.getDefault())));
    http =
        parts.add(
            new HttpServer(
                config.http(),
                metrics,
                checks(),
                new ControlApi(control, recent, Clock.systemUTC())::addTo));
  }

  private Map<String, Supplier<Health>> checks() {
    Map<String, Supplier<Health>> checks = new LinkedHashMap<>();
    checks.put("engine", engine::check);
    checks.put("control", control::check);
    checks.put("events", events::check);
    checks.put("reconciler", reconciliation::check);
    checks.put("notifications", notifier::check);
    checks.put("projects", projects::check);
    return checks;
  }

  @Override
  public String name() {
    return "orchestrator";
  }

  /** The port first: one that is taken is the only reason not to begin. */
  @Override
  public void start() {
    http.start();
    engine.start();
    control.start();
    events.start();
    reconciliation.start();
    notifier.start();
    projects.start();
  }

  @Override
  public Health check() {
    return Health.all(checks().values().stream().map(Supplier::get).toArray(Health[]::new));
  }

  /** The port of the control API that was actually bound. */
  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    parts.close();
  }
}
