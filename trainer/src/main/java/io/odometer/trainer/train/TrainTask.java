// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.train;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.feature.FittedFeatures;
import io.odometer.core.json.Json;
import io.odometer.core.learner.LabelledMatrix;
import io.odometer.core.learner.Learner;
import io.odometer.core.learner.TrainedModel;
import io.odometer.core.learner.TrainingListener;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.TypedTable;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.Candidate;
import io.odometer.core.training.PreparedData;
import io.odometer.core.training.TrainInput;
import io.odometer.learners.Learners;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code train}: {@link TrainInput} to {@link Candidate}. The seed of the project's split
 * is the learner's too. Safe for use by many threads.
 */
public final class TrainTask implements TaskHandler {
  private final ObjectStore store;
  private final Learners learners;

  public TrainTask(ObjectStore store, Learners learners) {
    this.store = store;
    this.learners = learners;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    long begun = System.nanoTime();
    TrainInput typed = Json.fromTree(input, TrainInput.class);
    Learner learner = learners.get(typed.algorithm().name());
    Map<String, JsonNode> hyperparameters = learner.resolve(typed.algorithm().hyperparameters());
    train(context, typed, learner, hyperparameters);
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    return Json.toTree(new Candidate(context.folder(), taken.toMillis() / 1000.0));
  }

  private void train(
      TaskContext context,
      TrainInput input,
      Learner learner,
      Map<String, JsonNode> hyperparameters) {
    PreparedData data = input.data();
    long seed = input.project().split().seed();
    Schema schema = Json.read(store.read(data.schema()), Schema.class);
    TypedTable training = read(data.train(), schema);
    TypedTable validation = read(data.validation(), schema);
    FittedFeatures fitted = FeaturePipeline.fit(training, learner.form(), seed);
    FeaturePipeline pipeline = fitted.pipeline();
    TrainedModel trained =
        learner.train(
            new LabelledMatrix(fitted.training(), training.labels()),
            new LabelledMatrix(pipeline.encode(validation), validation.labels()),
            hyperparameters,
            seed,
            listener(context));
    put(context, ModelFiles.MODEL, trained.model());
    put(context, ModelFiles.PIPELINE, Json.bytes(pipeline));
    put(context, ModelFiles.SCHEMA, Json.bytes(schema));
    TrainingReport report = TrainingReport.of(hyperparameters, trained, pipeline.names());
    put(context, TrainingReport.FILE, Json.bytes(report));
  }

  private static TrainingListener listener(TaskContext context) {
    return (round, rounds, metric, value) ->
        context.progress(
            Json.object().put("round", round).put("rounds", rounds).put(metric, value));
  }

  private TypedTable read(ObjectKey key, Schema schema) {
    try (ObjectContent content = store.open(key)) {
      return TypedTable.read(content.stream(), schema);
    } catch (IOException failure) {
      throw new UncheckedIOException(key + " could not be read", failure);
    }
  }

  /** The same bytes on every try. */
  private void put(TaskContext context, String name, byte[] content) {
    store.put(context.folder().child(name), content, new PutCondition.Always());
  }
}
