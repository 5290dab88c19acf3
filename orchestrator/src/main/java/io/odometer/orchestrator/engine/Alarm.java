// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Rings once at a time on the stream's thread. A punctuation at short intervals would commit
 * transactions even when idle, so there is one only while something waits. May ring early when the
 * time was put off: whoever hears it looks for what is due and sets it again.
 */
final class Alarm {
  private static final Duration LEAST = Duration.ofMillis(1);

  private record Armed(Instant at, Cancellable punctuation) {}

  private final ProcessingContext context;
  private final Consumer<Instant> ring;
  private @Nullable Armed armed;

  Alarm(ProcessingContext context, Consumer<Instant> ring) {
    this.context = context;
    this.ring = ring;
  }

  void setFor(Optional<Instant> next) {
    if (next.isEmpty() || (armed != null && !armed.at.isAfter(next.get()))) {
      return;
    }
    disarm();
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    Duration wait = Duration.between(now, next.get()).plus(LEAST);
    armed =
        new Armed(
            next.get(),
            context.schedule(
                wait.compareTo(LEAST) < 0 ? LEAST : wait,
                PunctuationType.WALL_CLOCK_TIME,
                this::ring));
  }

  private void ring(long time) {
    disarm();
    ring.accept(Instant.ofEpochMilli(time));
  }

  private void disarm() {
    if (armed != null) {
      armed.punctuation.cancel();
      armed = null;
    }
  }
}
