// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The next time that each key waits for; an index in memory over what the store holds. */
final class Deadlines {
  private record Deadline(Instant at, String key) {}

  private final TreeSet<Deadline> inOrder =
      new TreeSet<>(Comparator.comparing(Deadline::at).thenComparing(Deadline::key));
  private final Map<String, Deadline> byKey = new HashMap<>();

  void set(String key, Optional<Instant> at) {
    Deadline before = byKey.remove(key);
    if (before != null) {
      inOrder.remove(before);
    }
    at.map(time -> new Deadline(time, key))
        .ifPresent(
            deadline -> {
              byKey.put(key, deadline);
              inOrder.add(deadline);
            });
  }

  Optional<Instant> next() {
    return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.first().at);
  }

  List<String> due(Instant now) {
    return inOrder.stream()
        .takeWhile(deadline -> !deadline.at.isAfter(now))
        .map(Deadline::key)
        .toList();
  }
}
