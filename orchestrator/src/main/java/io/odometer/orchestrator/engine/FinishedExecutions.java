// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.orchestrator.project.ExecutionEnded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Remembers which executions came to an end, the newest ones, so that none starts again. */
final class FinishedExecutions {
  static final String STORE = "finished-executions";

  /** How many each partition remembers, and how many of its ended executions can be asked for. */
  static final int MOST = 1_000;

  private record Entry(Instant at, ExecutionEnded ended) {}

  private final KeyValueStore<String, byte[]> store;
  private final TreeSet<Entry> byAge =
      new TreeSet<>(
          Comparator.comparing(Entry::at).thenComparing(entry -> entry.ended.execution().value()));

  FinishedExecutions(KeyValueStore<String, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> byAge.add(Json.read(entry.value, Entry.class)));
    }
  }

  Optional<ExecutionEnded> find(ExecutionId id) {
    byte[] stored = store.get(id.value());
    return stored == null ? Optional.empty() : Optional.of(Json.read(stored, Entry.class).ended);
  }

  /** The executions that are forgotten for it. */
  List<ExecutionId> add(ExecutionEnded ended, Instant at) {
    Entry entry = new Entry(at, ended);
    store.put(ended.execution().value(), Json.bytes(entry));
    byAge.add(entry);
    List<ExecutionId> forgotten = new ArrayList<>();
    while (byAge.size() > MOST) {
      ExecutionId oldest = byAge.removeFirst().ended.execution();
      store.delete(oldest.value());
      forgotten.add(oldest);
    }
    return forgotten;
  }
}
