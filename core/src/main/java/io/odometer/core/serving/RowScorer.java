// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.model.Model;
import io.odometer.core.model.Predictor;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import java.util.Map;

/** A pipeline and a model over one row at a time, without allocating. For one thread at a time. */
public final class RowScorer {
  private final FeaturePipeline pipeline;
  private final Predictor predictor;
  private final float[] features;

  /**
   * @throws IllegalArgumentException if the pipeline does not make what the model takes
   */
  public RowScorer(FeaturePipeline pipeline, Model model) {
    int made = pipeline.names().size();
    if (made != model.featureCount()) {
      throw new IllegalArgumentException(
          "the pipeline makes %d features, the model takes %d"
              .formatted(made, model.featureCount()));
    }
    this.pipeline = pipeline;
    this.predictor = model.predictor();
    this.features = new float[made];
  }

  /** The prediction on the label's own scale. The row is of the pipeline's schema. */
  public double score(Row row) {
    pipeline.encode(row, features);
    return predictor.predict(features);
  }

  /** A record of text cells; columns that the schema lacks are passed over. */
  public double score(Map<String, String> record) {
    Schema schema = pipeline.schema();
    Row row = schema.newRow();
    record.forEach(
        (column, text) -> {
          int index = schema.indexOf(column);
          if (index >= 0) {
            row.set(index, text);
          }
        });
    return score(row);
  }
}
