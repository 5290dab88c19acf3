// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.platform.http.HttpServer;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.S3ObjectStore;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A worker that does tasks, and the routes that tell how it is. Leaves the store open. */
public final class TaskService implements Service {
  private final String name;
  private final Closer closer = new Closer();
  private final Map<String, Supplier<Health>> checks = new LinkedHashMap<>();
  private final HttpServer http;
  private final TaskWorker worker;

  /**
   * @param name of the service, as resources have it
   * @param others checks of what the service does beside its tasks, by name
   * @param handlers by name of the task
   */
  public TaskService(
      String name,
      TaskServiceSettings settings,
      S3ObjectStore store,
      PrometheusRegistry registry,
      Map<String, Supplier<Health>> others,
      Map<String, TaskHandler> handlers) {
    this.name = name;
    worker = new TaskWorker(name, settings.kafka(), store, handlers, settings.worker(), registry);
    checks.put("worker", worker::check);
    checks.put("store", store::check);
    checks.putAll(others);
    // The last one added is closed first: how the worker is can be asked while its tasks drain.
    http = closer.add(new HttpServer(settings.http(), registry, checks, routes -> {}));
    closer.add(worker);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    http.start();
    worker.start();
  }

  @Override
  public Health check() {
    return Health.all(checks.values().stream().map(Supplier::get).toArray(Health[]::new));
  }

  /** The port actually bound. */
  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    closer.close();
  }
}
