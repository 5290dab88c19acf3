// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.http;

import io.odometer.core.json.Json;
import io.odometer.core.serving.CheckRow;
import io.odometer.core.serving.RequestForm;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.inference.answer.AnswerForm;
import io.odometer.inference.request.Predictions;
import io.odometer.platform.http.HttpProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an endpoint its own check rows, as requests would come, until the machine runs them fast:
 * so that the first real request need not wait for the compiler.
 */
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int ROUNDS = 5_000;
  private static final int RECORDS = 20;

  private final Predictions predictions;
  private final Duration limit;

  /**
   * @param limit how long one endpoint may take, beyond one round of its check rows
   */
  public WarmUp(Predictions predictions, Duration limit) {
    this.predictions = predictions;
    this.limit = limit;
  }

  /** Returns within about the limit, however slow the models are. */
  public void run(ServingEndpoint serving) {
    List<byte[]> bodies =
        serving.newest().model().checks().stream()
            .limit(RECORDS)
            .map(CheckRow::record)
            .map(Json::bytes)
            .filter(body -> predict(serving, body).isPresent())
            .toList();
    long end = System.nanoTime() + limit.toNanos();
    for (int i = 0; i < ROUNDS && !bodies.isEmpty() && System.nanoTime() < end; i++) {
      predict(serving, bodies.get(i % bodies.size()));
    }
  }

  /** Training puts up with cells that cannot be read, requests do not. */
  private Optional<byte[]> predict(ServingEndpoint serving, byte[] body) {
    try {
      return Optional.of(
          AnswerForm.JSON.write(predictions.run(serving, RequestForm.JSON, body), "warm-up"));
    } catch (HttpProblem unusable) {
      LOG.debug("{} warms up without a check row: {}", serving.name(), unusable.getMessage());
      return Optional.empty();
    }
  }
}
