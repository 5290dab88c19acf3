// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.baseline.DataBaselineTask;
import io.odometer.monitor.baseline.ModelBaselineTask;
import io.odometer.monitor.consolidate.ConsolidateLimits;
import io.odometer.monitor.consolidate.ConsolidateTask;
import io.odometer.monitor.data.DataQualityTask;
import io.odometer.monitor.quality.ModelQualityTask;
import io.odometer.monitor.retention.TidyTask;
import io.odometer.monitor.sink.CaptureSink;
import io.odometer.monitor.sink.SinkConsumer;
import io.odometer.monitor.verdict.EvaluateDriftTask;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.task.TaskHandler;
import io.odometer.platform.task.TaskService;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/** Does the tasks of the monitoring workflow, and keeps what was captured. */
public final class Monitor implements Service {
  private static final String NAME = "monitor";

  private final Closer closer = new Closer();
  private final CaptureSink sink;
  private final TaskService tasks;

  public Monitor(MonitorConfig config) {
    S3ObjectStore store = closer.add(new S3ObjectStore(config.service().store()));
    PrometheusRegistry registry = new PrometheusRegistry();
    sink =
        closer.add(
            new CaptureSink(
                () -> SinkConsumer.open(config.service().kafka()), store, config.sink(), registry));
    tasks =
        closer.add(
            new TaskService(
                NAME,
                config.service(),
                store,
                registry,
                Map.of("sink", sink::check),
                handlers(store, config.limits())));
  }

  static Map<String, TaskHandler> handlers(ObjectStore store, ConsolidateLimits limits) {
    return Map.of(
        "data-baseline", new DataBaselineTask(store, ForkJoinPool.commonPool()),
        "model-baseline", new ModelBaselineTask(store),
        "data-quality", new DataQualityTask(store),
        "evaluate-drift", new EvaluateDriftTask(store),
        "consolidate", new ConsolidateTask(store, limits),
        "model-quality", new ModelQualityTask(store),
        "tidy", new TidyTask(store, InstantSource.system()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    tasks.start();
    sink.start();
  }

  @Override
  public Health check() {
    return tasks.check();
  }

  /** The port actually bound. */
  public int port() {
    return tasks.port();
  }

  @Override
  public void close() {
    closer.close();
  }
}
