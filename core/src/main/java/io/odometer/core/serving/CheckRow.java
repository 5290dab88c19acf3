// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.model.Model;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record as text cells by column name and the prediction made for it when the version was
 * published, to the last bit.
 */
public record CheckRow(Map<String, String> record, double prediction) {
  public CheckRow {
    if (!Double.isFinite(prediction)) {
      throw new IllegalArgumentException("a check row's prediction is finite, not " + prediction);
    }
    record = Collections.unmodifiableMap(new TreeMap<>(record));
  }

  /** Predicts each record, to be stored with the version. */
  public static List<CheckRow> of(
      List<Map<String, String>> records, FeaturePipeline pipeline, Model model) {
    RowScorer scorer = new RowScorer(pipeline, model);
    return records.stream().map(record -> new CheckRow(record, scorer.score(record))).toList();
  }

  /** Whether it is the same number to the last bit. */
  public boolean agrees(double value) {
    return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(prediction);
  }
}
