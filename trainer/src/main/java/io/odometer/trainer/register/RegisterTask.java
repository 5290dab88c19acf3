// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.register;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.json.Json;
import io.odometer.core.model.Models;
import io.odometer.core.monitoring.Baseline;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.serving.CheckRow;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.serving.ModelFolder;
import io.odometer.core.serving.Provenance;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.RegisterInput;
import io.odometer.core.training.RegisteredModel;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.trainer.train.TrainingReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code register}: {@link RegisterInput} to {@link RegisteredModel}. Publishes the
 * version, accepted or not, with the baselines that it is watched by, under a name that follows
 * from the execution, so every try makes the same one. Safe for use by many threads.
 */
public final class RegisterTask implements TaskHandler {
  private final ObjectStore store;
  private final String codeVersion;

  public RegisterTask(ObjectStore store, String codeVersion) {
    this.store = store;
    this.codeVersion = codeVersion;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    RegisterInput typed = Json.fromTree(input, RegisterInput.class);
    ModelVersion version = ModelVersion.of(context.executionStartedAt(), context.execution());
    ModelId id = new ModelId(typed.project().name(), typed.algorithm().name(), version);
    publish(context, typed, id);
    return Json.toTree(
        new RegisteredModel(id, typed.gate(), typed.evaluation(), Reason.of(typed).orElse(null)));
  }

  private void publish(TaskContext context, RegisterInput input, ModelId id) {
    byte[] model = read(input, ModelFiles.MODEL);
    FeaturePipeline pipeline = Json.read(read(input, ModelFiles.PIPELINE), FeaturePipeline.class);
    List<CheckRow> checks =
        CheckRow.of(
            CheckRecords.read(store, input.data().test(), pipeline.schema()),
            pipeline,
            Models.read(model));
    Provenance provenance = provenance(context, input, id);
    new Publication(store, id.folder())
        .write(ModelFolder.files(model, pipeline, checks, baselines(input), provenance));
  }

  private SequencedMap<String, byte[]> baselines(RegisterInput input) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    for (Baseline baseline : input.baselines()) {
      baseline.files().forEach(name -> files.put(name, store.read(baseline.folder().child(name))));
    }
    return files;
  }

  private Provenance provenance(TaskContext context, RegisterInput input, ModelId id) {
    TrainingReport report = Json.read(read(input, TrainingReport.FILE), TrainingReport.class);
    return new Provenance(
        id,
        context.execution(),
        context.executionStartedAt(),
        codeVersion,
        input.project().target(),
        input.data().objects(),
        input.data().counts(),
        input.project().split(),
        report.hyperparameters(),
        report.facts(),
        input.evaluation().metrics(),
        report.importance());
  }

  private byte[] read(RegisterInput input, String name) {
    ObjectKey folder = input.candidate().folder();
    return store.read(folder.child(name));
  }
}
