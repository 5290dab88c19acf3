// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.baseline;

import io.odometer.core.drift.Constraints;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.Baseline;
import io.odometer.core.monitoring.BaselineFiles;
import io.odometer.core.monitoring.DataBaselineInput;
import io.odometer.core.profile.DatasetProfile;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.TableProfiler;
import io.odometer.core.schema.Schema;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.PreparedData;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code data-baseline}: {@link DataBaselineInput} to {@link Baseline}, what the training
 * rows are like and what traffic like them keeps to. Safe for use by many threads.
 */
public final class DataBaselineTask implements TaskHandler {
  private final ObjectStore store;
  private final Executor executor;

  /**
   * @param executor on whose threads rows are profiled
   */
  public DataBaselineTask(ObjectStore store, Executor executor) {
    this.store = store;
    this.executor = executor;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    PreparedData data = Json.fromTree(input, DataBaselineInput.class).data();
    Schema schema = Json.read(store.read(data.schema()), Schema.class);
    DatasetStatistics statistics = profile(context, data, schema);
    BaselineFolder folder = new BaselineFolder(store, context.folder());
    folder.put(BaselineFiles.STATISTICS, statistics);
    folder.put(BaselineFiles.CONSTRAINTS, Constraints.suggest(statistics));
    return Json.toTree(folder.baseline());
  }

  private DatasetStatistics profile(TaskContext context, PreparedData data, Schema schema) {
    try (ObjectContent content = store.open(data.train())) {
      DatasetProfile profile =
          new TableProfiler(schema, Set.of(), executor).profile(content.stream());
      context.progress(Json.object().put("rows", profile.rows()));
      return profile.statistics();
    } catch (IOException broken) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE, "reading " + data.train() + " broke off", broken);
    }
  }
}
