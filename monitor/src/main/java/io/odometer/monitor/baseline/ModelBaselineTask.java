// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.baseline;

import io.odometer.core.drift.ModelQualityConstraints;
import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.json.Json;
import io.odometer.core.model.Model;
import io.odometer.core.model.Models;
import io.odometer.core.monitoring.Baseline;
import io.odometer.core.monitoring.BaselineFiles;
import io.odometer.core.monitoring.ModelBaselineInput;
import io.odometer.core.schema.Schema;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.TestRows;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code model-baseline}: {@link ModelBaselineInput} to {@link Baseline}, how good the
 * candidate is on rows it has never seen, and what it predicts for them. Safe for use by many
 * threads.
 */
public final class ModelBaselineTask implements TaskHandler {
  private final ObjectStore store;

  public ModelBaselineTask(ObjectStore store) {
    this.store = store;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    ModelBaselineInput typed = Json.fromTree(input, ModelBaselineInput.class);
    ObjectKey candidate = typed.candidate().folder();
    FeaturePipeline pipeline =
        Json.read(store.read(candidate.child(ModelFiles.PIPELINE)), FeaturePipeline.class);
    Model model = Models.read(store.read(candidate.child(ModelFiles.MODEL)));
    PredictedRows predicted = new PredictedRows(pipeline, model);
    Schema schema = pipeline.schema();
    new TestRows(store, typed.data().test()).read(schema.target(), schema.labelReader(), predicted);
    ModelQualityStatistics quality = predicted.quality();
    BaselineFolder folder = new BaselineFolder(store, context.folder());
    folder.put(BaselineFiles.MODEL_STATISTICS, quality);
    folder.put(BaselineFiles.MODEL_CONSTRAINTS, ModelQualityConstraints.suggest(quality));
    folder.put(BaselineFiles.PREDICTION_STATISTICS, predicted.predictions());
    return Json.toTree(folder.baseline());
  }
}
