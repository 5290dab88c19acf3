// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.error.OdometerException;
import io.odometer.core.message.Topics;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.KafkaClients;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicAdmin;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers of the project's events, on threads of its own; several instances share the
 * work. At least once from the first start of the first instance on, whatever is killed; what a
 * receiver does not take in time is kept as a dead letter.
 */
public final class Notifier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final String GROUP = "notifications";
  private static final int EVENTS_AT_ONCE = 100;
  private static final Duration PROBE_EVERY = Duration.ofSeconds(3);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final KafkaSettings kafka;
  private final Subscribers subscribers;
  private final Supplier<Health> projectsKnown;
  private final JsonProducer producer;
  private final Dispatcher dispatcher;
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("notifier").daemon().unstarted(this::run);
  private volatile Health health = Health.notReady("events are not read yet");

  /**
   * @param projects the settings as they are now
   * @param projectsKnown ready once the settings of all projects have been read
   */
  public Notifier(
      KafkaSettings kafka,
      NotificationSettings settings,
      Function<ProjectName, Optional<Project>> projects,
      Supplier<Health> projectsKnown,
      PrometheusRegistry metrics) {
    this.kafka = kafka;
    this.subscribers = new Subscribers(projects);
    this.projectsKnown = projectsKnown;
    this.producer = new JsonProducer(kafka, "orchestrator");
    this.dispatcher =
        new Dispatcher(
            new DeliveryRun(
                Couriers.of(settings),
                new KafkaDeadLetters(producer, InstantSource.system()),
                new NotificationMetrics(metrics),
                new Backoff(
                    Duration.ofSeconds(1), Duration.ofMinutes(1), RandomGenerator.getDefault()),
                settings.patience()),
            Dispatcher.Bounds.DEFAULT);
  }

  /** Returns at once and keeps trying until the broker answers. */
  public void start() {
    thread.start();
  }

  /** Ready while events are read; receivers that fail are no concern of it. */
  public Health check() {
    return health;
  }

  private void run() {
    for (int failures = 1; !isClosing(Duration.ZERO); failures++) {
      try {
        if (projectsKnown.get() instanceof Health.NotReady(String reason)) {
          health = Health.notReady("events are not read yet: " + reason);
        } else {
          follow();
        }
      } catch (RuntimeException | Error failure) {
        // One that died would be missed by nobody: whatever happens, it goes on.
        failures = health instanceof Health.Ready ? 1 : failures;
        report(failure);
      } finally {
        dispatcher.stopAll();
      }
      if (isClosing(backoff.after(failures))) {
        break;
      }
    }
    health = Health.notReady("events are not read any more");
  }

  private void report(Throwable failure) {
    if (failure instanceof KafkaException || failure instanceof OdometerException) {
      LOG.warn("reading events was interrupted, trying again: {}", failure.toString());
    } else {
      LOG.error("reading events failed, trying again", failure);
    }
    health = Health.notReady("events are not read: " + failure.getMessage());
  }

  private void follow() {
    try (TopicAdmin admin = new TopicAdmin(kafka, GROUP)) {
      admin.ensure(List.of(Topics.EVENTS, DeadNotification.TOPIC));
    }
    try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(properties())) {
      EventReader reader = new EventReader(consumer, subscribers, dispatcher);
      consumer.subscribe(List.of(Topics.EVENTS.name()), reader);
      long probed = System.nanoTime();
      while (!isClosing(Duration.ZERO)) {
        if (reader.round()) {
          probed = System.nanoTime();
        } else if (System.nanoTime() - probed > PROBE_EVERY.toNanos()) {
          // An absent broker looks like a silent one, unless it is asked.
          health = probe(consumer);
          probed = System.nanoTime();
        } else if (reader.isAssigned() && !(health instanceof Health.Ready)) {
          health = probe(consumer);
        }
      }
    }
  }

  private static Health probe(Consumer<?, ?> consumer) {
    try {
      var _ = consumer.endOffsets(consumer.assignment(), PROBE_LIMIT);
      return Health.ready();
    } catch (KafkaException absent) {
      return Health.notReady("events are not read: " + absent.getMessage());
    }
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = KafkaClients.consumer(kafka, GROUP);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, EVENTS_AT_ONCE);
    // How soon another takes over after a kill.
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    // Those who keep a partition go on with what they have under way.
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class.getName()));
    return properties;
  }

  private boolean isClosing(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** What is under way is begun anew by whoever reads next. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(CLOSE_LIMIT)) {
        thread.interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    dispatcher.stopAll();
    producer.close();
  }
}
