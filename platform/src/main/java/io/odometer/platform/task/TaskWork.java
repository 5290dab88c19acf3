// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.core.message.Topics;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import io.odometer.platform.kafka.JsonProducer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task at work on a thread of its own, reports included: sending them may take long, and the
 * lock is renewed meanwhile.
 */
final class TaskWork {
  private static final Logger LOG = LoggerFactory.getLogger(TaskWork.class);

  private final TaskCommand command;
  private final BiFunction<TaskCommand, TaskContext, TaskRun.Outcome> runs;
  private final JsonProducer producer;
  private final TaskMetrics metrics;
  private final TaskProgress progress;
  private final AtomicBoolean handedBack = new AtomicBoolean();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Thread thread;

  TaskWork(
      TaskCommand command,
      BiFunction<TaskCommand, TaskContext, TaskRun.Outcome> runs,
      JsonProducer producer,
      TaskMetrics metrics) {
    this.command = command;
    this.runs = runs;
    this.producer = producer;
    this.metrics = metrics;
    this.progress = new TaskProgress(command, this::send, System::nanoTime);
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("task-%s-%s".formatted(command.resource().task(), command.execution()))
            .unstarted(this::run);
  }

  void begin() {
    // The first beat comes before the end, however short the task.
    progress.beat();
    thread.start();
  }

  void beat() {
    progress.beat();
  }

  /** Ends normally when the outcome has been reported, exceptionally when it could not be. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** From now on it has no say; its thread ends when the handler heeds the interrupt. */
  void handBack() {
    handedBack.set(true);
    thread.interrupt();
  }

  private void run() {
    long began = System.nanoTime();
    String outcome = "unreported";
    metrics.began();
    try {
      outcome = perform();
      end.complete(null);
    } catch (RuntimeException | Error failure) {
      // Whoever holds the lock waits for this end.
      end.completeExceptionally(failure);
    } finally {
      Duration time = Duration.ofNanos(System.nanoTime() - began);
      metrics.ended(command.resource().task(), outcome, time);
    }
  }

  private String perform() {
    TaskRun.Outcome outcome = runs.apply(command, progress);
    if (handedBack.get()) {
      return "handed_back";
    }
    progress.end();
    producer.sendAndWait(Topics.TASK_RESULTS, command.execution().toString(), outcome.report());
    return switch (outcome.report()) {
      case TaskReport.Succeeded _ -> outcome.found() ? "found" : "succeeded";
      case TaskReport.Failed _ -> "failed";
      case TaskReport.Heartbeat _ -> throw new IllegalStateException("a heartbeat is no end");
    };
  }

  /** Heartbeats are for people and timeouts: one that is lost is followed by another. */
  private void send(TaskReport heartbeat) {
    if (!handedBack.get()) {
      var _ =
          producer
              .send(Topics.TASK_RESULTS, command.execution().toString(), heartbeat)
              .whenComplete((_, failure) -> noteLost(failure));
    }
  }

  private void noteLost(@Nullable Throwable failure) {
    if (failure != null) {
      LOG.debug("a heartbeat of {} was lost", command.taskId(), failure);
    }
  }
}
