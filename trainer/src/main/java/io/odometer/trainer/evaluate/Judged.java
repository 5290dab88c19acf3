// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.evaluate;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.metric.RegressionErrors;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.model.Model;
import io.odometer.core.serving.CellScorer;
import java.util.List;

/** A model being judged. */
final class Judged {
  private final CellScorer scorer;
  private final RegressionErrors errors = new RegressionErrors();

  Judged(FeaturePipeline pipeline, Model model) {
    scorer = new CellScorer(pipeline, model);
  }

  void header(List<String> names) {
    scorer.header(names);
  }

  void judge(String[] cells, double label) {
    errors.add(label, scorer.score(cells));
  }

  long rows() {
    return errors.rows();
  }

  RegressionMetrics metrics() {
    return errors.metrics();
  }
}
