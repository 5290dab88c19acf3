// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.scoring.PredictionColumns;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all captured rows of a file have in common.
 *
 * @param share of the rows
 * @param algorithms of the members, in their order
 */
record CaptureFrame(
    ExecutionId execution,
    Instant startedAt,
    double share,
    List<String> algorithms,
    String version) {
  /** A monitor needs no more rows than that to know a distribution. */
  private static final double MOST_ROWS = 100_000;

  CaptureFrame {
    algorithms = List.copyOf(algorithms);
  }

  static double share(double wanted, long rows) {
    return Math.min(wanted, MOST_ROWS / Math.max(1, rows));
  }

  /** Whole seconds, as SageMaker has them. */
  String time() {
    return startedAt.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** As a prediction is named in the output's columns. */
  ObjectNode predictions(double[] values) {
    ObjectNode predictions = Json.object();
    put(predictions, PredictionColumns.COMBINED, values[0]);
    for (int i = 0; i < algorithms.size(); i++) {
      put(predictions, PredictionColumns.of(algorithms.get(i)), values[i + 1]);
    }
    return predictions.put("model_version", version);
  }

  private static void put(ObjectNode predictions, String name, double value) {
    if (Double.isFinite(value)) {
      predictions.put(name, value);
    } else {
      predictions.putNull(name);
    }
  }
}
