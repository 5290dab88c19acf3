// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.baseline;

import io.odometer.core.drift.ModelQuality;
import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.model.Model;
import io.odometer.core.profile.DatasetProfile;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.ProfiledColumn;
import io.odometer.core.serving.CellScorer;
import io.odometer.core.training.TestRows;
import java.util.List;

/** Predicts each row and notes what was right. */
final class PredictedRows implements TestRows.Reader {
  /** The only column of the statistics of predictions. */
  private static final String PREDICTION = "prediction";

  private final CellScorer scorer;
  private final ModelQuality quality = new ModelQuality();
  private final DatasetProfile predictions =
      new DatasetProfile(List.of(new ProfiledColumn(PREDICTION, ProfiledColumn.Kind.NUMBER)));

  PredictedRows(FeaturePipeline pipeline, Model model) {
    this.scorer = new CellScorer(pipeline, model);
  }

  @Override
  public void header(List<String> columns) {
    scorer.header(columns);
  }

  @Override
  public void row(String[] cells, double label) {
    double prediction = scorer.score(cells);
    predictions.number(0, prediction);
    predictions.end();
    if (Double.isFinite(prediction)) {
      quality.add(label, prediction);
    }
  }

  /** Of this training: it does not matter when. */
  ModelQualityStatistics quality() {
    if (quality.rows() == 0) {
      throw new OdometerException(
          Errors.DATA_TOO_FEW_ROWS, "no test row has a prediction to judge the model by");
    }
    return quality.statistics(null);
  }

  DatasetStatistics predictions() {
    return predictions.statistics();
  }
}
