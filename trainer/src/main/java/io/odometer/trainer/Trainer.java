// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer;

import io.odometer.core.store.ObjectStore;
import io.odometer.learners.Learners;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.task.TaskHandler;
import io.odometer.platform.task.TaskService;
import io.odometer.trainer.evaluate.EvaluateTask;
import io.odometer.trainer.preprocess.Preprocess;
import io.odometer.trainer.preprocess.PreprocessLimits;
import io.odometer.trainer.register.RegisterTask;
import io.odometer.trainer.train.TrainTask;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;

/** Does the tasks of the training workflow: preprocess, train, evaluate, register. */
public final class Trainer implements Service {
  private static final String NAME = "trainer";

  private final Closer closer = new Closer();
  private final TaskService tasks;

  public Trainer(TrainerConfig config) {
    S3ObjectStore store = closer.add(new S3ObjectStore(config.service().store()));
    tasks =
        closer.add(
            new TaskService(
                NAME,
                config.service(),
                store,
                new PrometheusRegistry(),
                Map.of(),
                handlers(store, Learners.installed(), config.limits())));
  }

  static Map<String, TaskHandler> handlers(
      ObjectStore store, Learners learners, PreprocessLimits limits) {
    return Map.of(
        "preprocess", new Preprocess(store, limits),
        "train", new TrainTask(store, learners),
        "evaluate", new EvaluateTask(store),
        "register", new RegisterTask(store, CodeVersion.current()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
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
