// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.registry.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Output of evaluate: the candidate on the test rows, and the champion of the same algorithm on the
 * same rows.
 */
public record Evaluation(RegressionMetrics metrics, @Nullable ChampionScore champion) {
  /** The champion, judged again. */
  public record ChampionScore(ModelId id, RegressionMetrics metrics) {}
}
