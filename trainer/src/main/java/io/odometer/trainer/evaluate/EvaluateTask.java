// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.evaluate;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.json.Json;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.model.Models;
import io.odometer.core.schema.Schema;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.serving.ModelPackage;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.EvaluateInput;
import io.odometer.core.training.Evaluation;
import io.odometer.core.training.Evaluation.ChampionScore;
import io.odometer.core.training.TestRows;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code evaluate}: {@link EvaluateInput} to {@link Evaluation}. Candidate and champion
 * read the same rows in one pass, evaluated as they are served. Safe for use by many threads.
 */
public final class EvaluateTask implements TaskHandler {
  private static final int ROWS_A_REPORT = 10_000;

  private final ObjectStore store;

  public EvaluateTask(ObjectStore store) {
    this.store = store;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    EvaluateInput typed = Json.fromTree(input, EvaluateInput.class);
    ObjectKey folder = typed.candidate().folder();
    FeaturePipeline pipeline =
        Json.read(store.read(folder.child(ModelFiles.PIPELINE)), FeaturePipeline.class);
    Judged candidate =
        new Judged(pipeline, Models.read(store.read(folder.child(ModelFiles.MODEL))));
    Optional<ModelPackage> champion =
        new Champion(store)
            .find(typed.endpoint(), typed.algorithm().name(), pipeline.schema().target());
    Optional<Judged> rival = champion.map(found -> new Judged(found.pipeline(), found.model()));
    List<Judged> judged = Stream.concat(Stream.of(candidate), rival.stream()).toList();
    judge(context, typed.data().test(), pipeline.schema(), judged);
    return Json.toTree(evaluation(candidate, champion, rival));
  }

  private void judge(TaskContext context, ObjectKey test, Schema schema, List<Judged> judged) {
    TestRows.Reader reader =
        new TestRows.Reader() {
          @Override
          public void header(List<String> columns) {
            judged.forEach(one -> one.header(columns));
          }

          @Override
          public void row(String[] cells, double label) {
            judged.forEach(one -> one.judge(cells, label));
            if (judged.getFirst().rows() % ROWS_A_REPORT == 0) {
              context.progress(Json.object().put("rows", judged.getFirst().rows()));
            }
          }
        };
    new TestRows(store, test).read(schema.target(), schema.labelReader(), reader);
  }

  private static Evaluation evaluation(
      Judged candidate, Optional<ModelPackage> champion, Optional<Judged> rival) {
    if (candidate.rows() == 0) {
      throw new OdometerException(Errors.DATA_TOO_FEW_ROWS, "there are no test rows");
    }
    RegressionMetrics metrics = candidate.metrics();
    if (!Double.isFinite(metrics.mse())) {
      throw new OdometerException(
          Errors.TRAINING_DIVERGED, "the model's predictions of the test rows are not finite");
    }
    ChampionScore score =
        champion
            .flatMap(
                found -> rival.map(one -> new ChampionScore(found.manifest().id(), one.metrics())))
            .filter(one -> Double.isFinite(one.metrics().mse()))
            .orElse(null);
    return new Evaluation(metrics, score);
  }
}
