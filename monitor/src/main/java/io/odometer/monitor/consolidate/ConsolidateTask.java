// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.MonitorInput;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.ledger.LedgerStore;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code consolidate}: what was captured since the bookmark, or in the range asked for, as
 * one table; new labels as another; and {@link io.odometer.monitor.payload.Taken}. It changes
 * nothing outside its folder: the payload counts as taken when the ledger says so. Memory does not
 * grow with the payload. Safe for use by many threads.
 */
public final class ConsolidateTask implements TaskHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ConsolidateTask.class);

  private final ObjectStore store;
  private final LedgerStore ledgers;
  private final ConsolidateLimits limits;

  public ConsolidateTask(ObjectStore store, ConsolidateLimits limits) {
    this.store = store;
    this.ledgers = new LedgerStore(store);
    this.limits = limits;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    MonitorInput typed = Json.fromTree(input, MonitorInput.class);
    Consolidated consolidated =
        new Consolidation(store, typed, limits, ledgers.read(typed.project().name()))
            .into(context.folder());
    LOG.info(
        "{}: {} rows of {} requests, {} labels, from {} objects",
        typed.project().name(),
        consolidated.rows(),
        consolidated.requests(),
        consolidated.labels(),
        consolidated.objects());
    return Json.toTree(consolidated);
  }
}
