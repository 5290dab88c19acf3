// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Tells of what was dropped, at most once a minute. Counting is safe for use by many threads. */
final class DropLog {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<DropReason, LongAdder> counts = new ConcurrentHashMap<>();
  private Instant told = Instant.EPOCH;

  DropLog(InstantSource clock) {
    this.clock = clock;
  }

  void count(DropReason reason) {
    counts.computeIfAbsent(reason, _ -> new LongAdder()).increment();
  }

  /**
   * What was dropped since the last line; empty when nothing was, or it is too early. For one
   * thread.
   */
  Optional<String> line() {
    Instant now = clock.instant();
    if (now.isBefore(told.plus(PAUSE))) {
      return Optional.empty();
    }
    Map<DropReason, Long> taken = new EnumMap<>(DropReason.class);
    counts.forEach((reason, count) -> taken.put(reason, count.sumThenReset()));
    taken.values().removeIf(count -> count == 0);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    told = now;
    return Optional.of(text(taken));
  }

  private static String text(Map<DropReason, Long> taken) {
    long all = taken.values().stream().mapToLong(Long::longValue).sum();
    return taken.entrySet().stream()
        .map(entry -> "%d %s".formatted(entry.getValue(), words(entry.getKey())))
        .collect(
            Collectors.joining(", ", "requests that were not captured: %d; ".formatted(all), ""));
  }

  private static String words(DropReason reason) {
    return reason.label().replace('_', ' ');
  }
}
