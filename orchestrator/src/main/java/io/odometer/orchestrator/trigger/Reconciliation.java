// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.ObjectVersion;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicTable;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The reconciler at work: one round after another on a thread of its own, until closed. */
public final class Reconciliation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Closer parts = new Closer();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final TopicTable<ObjectVersion> present;
  private final Reconciler reconciler;
  private final Thread thread =
      Thread.ofPlatform().name("reconciler").daemon().unstarted(this::run);

  /**
   * @param store stays open when this is closed
   */
  public Reconciliation(KafkaSettings kafka, ObjectStore store, ReconcilerSettings settings) {
    present = parts.add(new TopicTable<>(kafka, KafkaObjectReports.PRESENT, "reconciler"));
    JsonProducer producer = parts.add(new JsonProducer(kafka, "orchestrator"));
    reconciler =
        new Reconciler(
            store,
            settings,
            new KafkaObjectReports(producer, present),
            InstantSource.system(),
            RandomGenerator.getDefault());
  }

  public void start() {
    present.start();
    thread.start();
  }

  public Health check() {
    return thread.isAlive() ? reconciler.check() : Health.notReady("the reconciler does not run");
  }

  private void run() {
    try {
      present.awaitCaughtUp(PATIENCE);
      Duration wait = Duration.ZERO;
      while (!stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = reconciler.round();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    parts.close();
  }
}
