// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.orchestrator.project.ObjectEventParser;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicAdmin;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable engine: running executions and projects, exactly once. Any number of instances share
 * the work, and one takes over what another leaves. Safe for use by many threads.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final KafkaSettings kafka;
  private final Workflows workflows;
  private final ObjectEventParser parser;
  private final Skips skips = new Skips();
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new Random());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread starter = new Thread(this::startStreams, "engine-start");
  private volatile @Nullable Running running;
  private volatile String obstacle = "has not begun";

  private record Running(KafkaStreams streams, StateDirectory directory) {}

  public Engine(KafkaSettings kafka, Workflows workflows, ObjectEventParser parser) {
    this.kafka = kafka;
    this.workflows = workflows;
    this.parser = parser;
  }

  /** Returns at once and keeps trying until the broker answers. */
  public void start() {
    starter.start();
  }

  private void startStreams() {
    for (int failures = 1; !isClosed(Duration.ZERO); failures++) {
      try {
        ensureTopics();
        run();
        return;
      } catch (RuntimeException failure) {
        obstacle = String.valueOf(failure.getMessage());
        Duration wait = backoff.after(failures);
        LOG.warn("the engine cannot start and tries again in {}: {}", wait, failure.toString());
        if (isClosed(wait)) {
          return;
        }
      }
    }
  }

  private void ensureTopics() {
    try (TopicAdmin admin = new TopicAdmin(kafka, "engine-topics")) {
      admin.ensure(EngineTopics.all(workflows.services()));
    }
  }

  private synchronized void run() {
    if (isClosed(Duration.ZERO)) {
      return;
    }
    StateDirectory directory = StateDirectory.create();
    KafkaStreams streams =
        new KafkaStreams(
            EngineTopology.of(workflows, parser, skips),
            StreamsSettings.of(kafka, directory.path()));
    streams.setUncaughtExceptionHandler(new ThreadFailures(backoff, Clock.systemUTC(), closed));
    running = new Running(streams, directory);
    streams.start();
  }

  public Health check() {
    Running now = running;
    if (now == null) {
      return Health.notReady("the engine " + obstacle);
    }
    State state = now.streams.state();
    return state == State.RUNNING
        ? Health.ready()
        : Health.notReady("the engine is " + state.name().toLowerCase(Locale.ROOT));
  }

  /** How many records could not be worked on and were passed over. */
  public long skippedRecords() {
    return skips.count();
  }

  /** Commits what is under way and leaves the group, so that others take over at once. */
  @Override
  public void close() {
    closed.countDown();
    Running now = detach();
    if (now != null) {
      now.streams.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
              .withTimeout(CLOSE_LIMIT));
      now.directory.close();
    }
  }

  private synchronized @Nullable Running detach() {
    Running now = running;
    running = null;
    obstacle = "is closed";
    return now;
  }

  private boolean isClosed(Duration limit) {
    try {
      return closed.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
