// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.schema.Row;
import io.odometer.core.serving.RowScorer;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One typed row through the pipelines and evaluators of both models (200 trees of depth 6, and a
 * linear one), as an endpoint does for each record; against XGBoost itself on encoded features.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first.
public class ServingRow {
  private final Row[] rows = new Row[SampleModels.TEST_ROWS];
  private final float[][] encoded = new float[SampleModels.TEST_ROWS][];
  private RowScorer boosted;
  private RowScorer linear;
  private Booster booster;
  private int next;

  /** Trains both models on a table of our own make. */
  @Setup(Level.Trial)
  public void train() throws Exception {
    SampleModels models = SampleModels.train();
    boosted = new RowScorer(models.boosted().pipeline(), models.boosted().model());
    linear = new RowScorer(models.linear().pipeline(), models.linear().model());
    booster = XGBoost.loadModel(models.boosted().json());
    booster.setParam("nthread", 1);
    for (int row = 0; row < rows.length; row++) {
      rows[row] = models.row(row);
      encoded[row] = new float[models.boosted().pipeline().names().size()];
      models.boosted().pipeline().encode(rows[row], encoded[row]);
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    booster.dispose();
  }

  @Benchmark
  public double row() {
    Row row = rows[advance()];
    return Math.max(boosted.score(row), linear.score(row));
  }

  @Benchmark
  public float xgboost() throws XGBoostError {
    float[] features = encoded[advance()];
    return booster.inplace_predict(features, 1, features.length, Float.NaN)[0][0];
  }

  private int advance() {
    next = (next + 1) % rows.length;
    return next;
  }
}
