// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/**
 * What a task knows beside its input, and its heartbeats: progress is sent at most once a second,
 * what comes between waits for the next beat. Safe for use by many threads.
 */
final class TaskProgress implements TaskContext {
  private static final long LEAST_GAP = Duration.ofSeconds(1).toNanos();
  private static final long MOST_GAP = Duration.ofSeconds(5).toNanos();

  private final TaskCommand command;
  private final ObjectKey folder;
  private final Consumer<TaskReport> reports;
  private final LongSupplier nanoTime;

  private JsonNode latest = Json.object();
  private boolean unsent = true;
  private long sentAt;

  TaskProgress(TaskCommand command, Consumer<TaskReport> reports, LongSupplier nanoTime) {
    this.command = command;
    this.folder = TaskFolder.of(command);
    this.reports = reports;
    this.nanoTime = nanoTime;
    this.sentAt = nanoTime.getAsLong() - MOST_GAP;
  }

  @Override
  public ExecutionId execution() {
    return command.execution();
  }

  @Override
  public Instant executionStartedAt() {
    return command.executionStartedAt();
  }

  @Override
  public ObjectKey folder() {
    return folder;
  }

  @Override
  public synchronized void progress(JsonNode progress) {
    latest = progress;
    unsent = true;
    sendAfter(LEAST_GAP);
  }

  /** Called every few seconds while the task is at work: a task that says nothing lives, too. */
  synchronized void beat() {
    sendAfter(unsent ? LEAST_GAP : MOST_GAP);
  }

  /** The task is over: what was thinned out last is what people see from now on. */
  synchronized void end() {
    if (unsent) {
      sendAfter(0);
    }
  }

  private void sendAfter(long gap) {
    long now = nanoTime.getAsLong();
    if (now - sentAt >= gap) {
      sentAt = now;
      unsent = false;
      reports.accept(new TaskReport.Heartbeat(command.execution(), command.taskId(), latest));
    }
  }
}
