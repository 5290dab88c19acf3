// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import io.odometer.core.store.ObjectStore;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.task.TaskHandler;
import io.odometer.platform.task.TaskService;
import io.odometer.scorer.plan.Champions;
import io.odometer.scorer.plan.Scratch;
import io.odometer.scorer.prepare.PreprocessTask;
import io.odometer.scorer.prepare.ReadManifestTask;
import io.odometer.scorer.publish.PublishTask;
import io.odometer.scorer.score.ScoreTask;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;

/** Does the tasks of batch scoring: read-manifest, preprocess, score, publish. */
public final class Scorer implements Service {
  private static final String NAME = "scorer";

  private final Closer closer = new Closer();
  private final TaskService tasks;

  public Scorer(ScorerConfig config) {
    S3ObjectStore store = closer.add(new S3ObjectStore(config.service().store()));
    ScoringThreads threads = closer.add(new ScoringThreads(config.limits().threads()));
    tasks =
        closer.add(
            new TaskService(
                NAME,
                config.service(),
                store,
                new PrometheusRegistry(),
                Map.of(),
                handlers(store, config.limits(), threads.executor())));
  }

  static Map<String, TaskHandler> handlers(
      ObjectStore store, ScorerLimits limits, Executor threads) {
    Champions champions = new Champions(store, limits.modelBytes());
    return Map.of(
        "read-manifest", new ReadManifestTask(store),
        "preprocess", new PreprocessTask(store, champions, limits.rangeBytes()),
        "score",
            new ScoreTask(store, champions, threads, limits.blocksUnderWay(), System::nanoTime),
        "publish", new PublishTask(store, InstantSource.system()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    Scratch.removeOld(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
    tasks.start();
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
