// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.core.json.Json;
import io.odometer.core.task.TaskCommand;
import io.odometer.platform.lifecycle.Backoff;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Takes one task at a time: this thread holds its lock at the broker, another one works. Each slot
 * is a member of the share group of its own, so that what one does never keeps another from
 * polling.
 */
final class TaskSlot implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskSlot.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LONGEST_TICK = Duration.ofSeconds(5);

  private final String topic;
  private final Supplier<ShareConsumer<String, byte[]>> consumers;
  private final BiFunction<TaskCommand, Boolean, TaskWork> works;
  private final TaskWorkerSettings settings;
  private final Backoff backoff;
  private final CompletableFuture<Void> closing;

  /**
   * @param works makes the work of a command; true: it is to be given up
   * @param closing ends when the slot is to stop
   */
  TaskSlot(
      String topic,
      Supplier<ShareConsumer<String, byte[]>> consumers,
      BiFunction<TaskCommand, Boolean, TaskWork> works,
      TaskWorkerSettings settings,
      Backoff backoff,
      CompletableFuture<Void> closing) {
    this.topic = topic;
    this.consumers = consumers;
    this.works = works;
    this.settings = settings;
    this.backoff = backoff;
    this.closing = closing;
  }

  @Override
  public void run() {
    for (int failures = 1; !closing.isDone(); failures++) {
      try (ShareConsumer<String, byte[]> consumer = consumers.get()) {
        consumer.subscribe(List.of(topic));
        serve(consumer);
      } catch (RuntimeException | Error failure) {
        // A slot that died would be missed by nobody: whatever happens, it goes on.
        LOG.warn("taking tasks from {} failed, trying again", topic, failure);
        await(closing, backoff.after(failures));
      }
    }
  }

  private void serve(ShareConsumer<String, byte[]> consumer) {
    while (!closing.isDone()) {
      Iterator<ConsumerRecord<String, byte[]>> polled = consumer.poll(POLL).iterator();
      if (polled.hasNext()) {
        ConsumerRecord<String, byte[]> first = polled.next();
        // One is asked for; should more come, others are free to do them.
        polled.forEachRemaining(more -> consumer.acknowledge(more, AcknowledgeType.RELEASE));
        HeldRecord held = new HeldRecord(consumer, first, settings.lock());
        if (claim(held)) {
          take(first, held);
        }
      }
    }
  }

  /**
   * It may have waited in the client until its lock ran out, and be somebody else's by now. An
   * answer that is late is waited for: one who let go and polled anew would get the same record,
   * and be as late again.
   */
  private boolean claim(HeldRecord held) {
    boolean claimed = held.renew(tick());
    while (!claimed && !held.isLost() && !closing.isDone()) {
      claimed = held.renew(tick());
    }
    return claimed;
  }

  private void take(ConsumerRecord<String, byte[]> message, HeldRecord held) {
    boolean worn = message.deliveryCount().orElse((short) 1) > settings.deliveries();
    read(message)
        .ifPresentOrElse(command -> attend(works.apply(command, worn), held), held::reject);
  }

  private static Optional<TaskCommand> read(ConsumerRecord<String, byte[]> message) {
    try {
      return Optional.of(Json.read(message.value(), TaskCommand.class));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      LOG.error("no command: {} at {}", message.topic(), message.offset(), unreadable);
      return Optional.empty();
    }
  }

  /** Holds the record until the work has ended and been reported, or must be handed back. */
  private void attend(TaskWork work, HeldRecord held) {
    CompletableFuture<?> endOrStop = CompletableFuture.anyOf(work.end(), closing);
    Duration patience = settings.stopLimit();
    work.begin();
    while (!work.end().isDone()) {
      boolean stopping = closing.isDone();
      if (stopping && !patience.isPositive()) {
        work.handBack();
        held.release();
        return;
      }
      Duration wait = stopping ? least(tick(), patience) : tick();
      await(stopping ? work.end() : endOrStop, wait);
      patience = stopping ? patience.minus(wait) : patience;
      if (!work.end().isDone()) {
        if (!held.renew(wait)) {
          LOG.debug("the lock of a task at work was not renewed");
        }
        work.beat();
      }
    }
    settle(work, held);
  }

  private void settle(TaskWork work, HeldRecord held) {
    if (work.end().isCompletedExceptionally()) {
      LOG.warn("a task's end could not be reported, it is handed back: {}", reason(work));
      await(closing, backoff.after(1));
      held.release();
    } else {
      held.accept();
    }
  }

  private static String reason(TaskWork work) {
    return String.valueOf(work.end().exceptionNow().getMessage());
  }

  /** Often enough that a lock survives a renewal that comes to nothing. */
  private Duration tick() {
    return least(settings.lock().dividedBy(3), LONGEST_TICK);
  }

  private static Duration least(Duration left, Duration right) {
    return left.compareTo(right) < 0 ? left : right;
  }

  /** However it ends, whoever waits looks for himself. */
  private static void await(CompletableFuture<?> end, Duration limit) {
    try {
      end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException seenByTheCaller) {
      LOG.trace("waited", seenByTheCaller);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
