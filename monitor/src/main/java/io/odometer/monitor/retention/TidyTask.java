// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.retention;

import io.odometer.core.json.Json;
import io.odometer.core.project.Project;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.ledger.Ledger;
import io.odometer.monitor.ledger.LedgerStore;
import io.odometer.monitor.ledger.LedgerWindow;
import io.odometer.monitor.ledger.SeenObject;
import io.odometer.monitor.ledger.SourceMark;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code tidy}: captured traffic that was taken and kept long enough goes, and results of
 * old runs. Nothing goes that no run has taken, nor what late labels may still be joined to; ground
 * truth is people's own. Safe for use by many threads.
 */
public final class TidyTask implements TaskHandler {
  /** One run does not clear up years. */
  private static final int MOST = 10_000;

  private final ObjectStore store;
  private final LedgerStore ledgers;
  private final InstantSource clock;

  public TidyTask(ObjectStore store, InstantSource clock) {
    this.store = store;
    this.ledgers = new LedgerStore(store);
    this.clock = clock;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    Project project = Json.fromTree(input, TidyInput.class).project();
    Ledger ledger = ledgers.read(project.name()).ledger();
    Removal captured = new Removal(store, MOST);
    Predicate<ObjectInfo> taken = oldCapture(project, ledger.bookmark().capture());
    for (String folder : List.of("/AllTraffic/", "/batch/")) {
      remove(Buckets.CAPTURE, project.name() + folder, taken, captured);
    }
    Removal results = new Removal(store, MOST);
    remove(Buckets.MONITORING, project.name() + "/", oldResult(project, ledger), results);
    return Json.toTree(
        new Tidied(captured.removed(), results.removed(), captured.left() + results.left()));
  }

  private Predicate<ObjectInfo> oldCapture(Project project, SourceMark mark) {
    Instant limit = clock.instant().minus(project.monitoring().captureRetention());
    Set<String> seen = mark.ids();
    return object ->
        object.modifiedAt().isBefore(limit)
            && (!object.modifiedAt().isAfter(mark.after())
                || seen.contains(SeenObject.ofName(object).id()));
  }

  private Predicate<ObjectInfo> oldResult(Project project, Ledger ledger) {
    Instant limit = clock.instant().minus(project.monitoring().reportRetention());
    Set<ObjectKey> needed = needed(ledger);
    // The ledger and people's constraints lie outside the folders of runs.
    return object ->
        object.modifiedAt().isBefore(limit)
            && object.key().path().chars().filter(character -> character == '/').count() > 1
            && !needed.contains(object.key());
  }

  private static Set<ObjectKey> needed(Ledger ledger) {
    Set<ObjectKey> needed = new HashSet<>();
    for (LedgerWindow window : ledger.windows()) {
      if (window.predictions() != null) {
        needed.add(window.predictions());
      }
      if (window.truth() != null) {
        needed.add(window.truth());
      }
    }
    return needed;
  }

  private void remove(String bucket, String prefix, Predicate<ObjectInfo> old, Removal removal) {
    try (Stream<ObjectInfo> listed = store.list(bucket, prefix)) {
      listed.filter(old).forEach(removal::add);
    }
    removal.finish();
  }
}
