// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.evaluate;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.metric.RegressionErrors;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.model.Model;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.serving.RowScorer;
import java.util.List;

/** A model being judged: it reads cells by column name through its own schema. */
final class Judged {
  private final Schema schema;
  private final Row row;
  private final RowScorer scorer;
  private final RegressionErrors errors = new RegressionErrors();
  private int[] columns = {};

  Judged(FeaturePipeline pipeline, Model model) {
    schema = pipeline.schema();
    row = schema.newRow();
    scorer = new RowScorer(pipeline, model);
  }

  void header(List<String> names) {
    columns = names.stream().mapToInt(schema::indexOf).toArray();
  }

  void judge(String[] cells, double label) {
    row.clear();
    for (int index = 0; index < cells.length; index++) {
      if (columns[index] >= 0) {
        row.set(columns[index], cells[index]);
      }
    }
    errors.add(label, scorer.score(row));
  }

  long rows() {
    return errors.rows();
  }

  RegressionMetrics metrics() {
    return errors.metrics();
  }
}
