// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.message.Topic;
import io.odometer.core.message.Topics;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.task.TaskCommand;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.KafkaClients;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicAdmin;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the tasks of one service from its share group, several at once, and reports on {@code
 * task-results}. A task whose result already lies in the store is not run again; one whose worker
 * dies goes to another, and is given up as {@code Task.GivenUp} after some starts.
 */
public final class TaskWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);

  private final String service;
  private final KafkaSettings kafka;
  private final TaskWorkerSettings settings;
  private final Topic<TaskCommand> topic;
  private final TopicAdmin admin;
  private final JsonProducer producer;
  private final TaskRun runs;
  private final TaskMetrics metrics;
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault());
  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private final List<Thread> slots;
  private final Thread opener;
  private volatile Health health = Health.notReady("the worker has not started");

  /**
   * @param handlers by task name
   */
  public TaskWorker(
      String service,
      KafkaSettings kafka,
      ObjectStore store,
      Map<String, TaskHandler> handlers,
      TaskWorkerSettings settings,
      PrometheusRegistry registry) {
    this.service = service;
    this.kafka = kafka;
    this.settings = settings;
    this.topic = Topics.tasks(service);
    this.admin = new TopicAdmin(kafka, service);
    this.producer = new JsonProducer(kafka, service);
    this.runs = new TaskRun(store, handlers);
    this.metrics = new TaskMetrics(registry);
    this.slots = IntStream.range(0, settings.parallel()).mapToObj(this::slot).toList();
    this.opener = Thread.ofPlatform().daemon().name(topic.name() + "-opener").unstarted(this::open);
  }

  private Thread slot(int number) {
    String name = "%s-%d".formatted(topic.name(), number);
    TaskSlot slot =
        new TaskSlot(topic.name(), () -> consumer(name), this::work, settings, backoff, closing);
    return Thread.ofPlatform().daemon().name(name).unstarted(slot);
  }

  private ShareConsumer<String, byte[]> consumer(String clientId) {
    return new KafkaShareConsumer<>(KafkaClients.shareConsumer(kafka, clientId, topic.name()));
  }

  private TaskWork work(TaskCommand command, boolean worn) {
    return worn
        ? new TaskWork(command, this::givenUp, producer, metrics)
        : new TaskWork(command, runs::run, producer, metrics);
  }

  /** Whoever took it before has died of it, or with it, each time. */
  private TaskRun.Outcome givenUp(TaskCommand command, TaskContext context) {
    String cause = "given up after %d starts without an end".formatted(settings.deliveries());
    LOG.error("{} of {}: {}", command.resource(), context.execution(), cause);
    return new TaskRun.Outcome(TaskRun.failed(command, Errors.TASK_GIVEN_UP, cause), false);
  }

  /** Returns at once; topics and group settings are made if need be. */
  public void start() {
    opener.start();
  }

  private void open() {
    for (int failures = 1; !closing.isDone(); failures++) {
      try {
        admin.ensure(List.of(topic, Topics.TASK_RESULTS));
        admin.configureShareGroup(topic.name(), groupSettings());
        slots.forEach(Thread::start);
        health = Health.ready();
        return;
      } catch (OdometerException | KafkaException failure) {
        health = Health.notReady(String.valueOf(failure.getMessage()));
        pause(backoff.after(failures));
      }
    }
  }

  private Map<String, String> groupSettings() {
    return Map.of(
        "share.auto.offset.reset",
        "earliest",
        "share.isolation.level",
        "read_committed",
        "share.record.lock.duration.ms",
        Long.toString(settings.lock().toMillis()),
        // One more than we start, for the worker that reports that it was given up.
        "share.delivery.count.limit",
        Integer.toString(settings.deliveries() + 1));
  }

  private void pause(Duration delay) {
    try {
      closing.get(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException over) {
      LOG.trace("trying again", over);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ready when it could take a task now. */
  public Health check() {
    if (!(health instanceof Health.Ready)) {
      return health;
    }
    return slots.stream().allMatch(Thread::isAlive)
        ? admin.check()
        : Health.notReady("a thread that takes tasks from %s has died".formatted(topic.name()));
  }

  /** Waits for what is under way up to the stop limit, then hands it back. */
  @Override
  public void close() {
    closing.complete(null);
    Duration patience = settings.stopLimit().plusSeconds(15);
    join(opener, patience);
    slots.forEach(slot -> join(slot, patience));
    producer.close();
    admin.close();
    LOG.debug("the worker of {} stopped", service);
  }

  private static void join(Thread thread, Duration patience) {
    try {
      if (thread.isAlive()) {
        thread.join(patience);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
