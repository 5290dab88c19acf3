// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.request;

import io.odometer.core.serving.EndpointScorer;
import io.odometer.core.serving.RequestForm;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.serving.UnreadableBody;
import io.odometer.core.serving.UnusableRecord;

/** The way of every request from body to predictions. Safe for use by many threads. */
public record Predictions(int rowLimit) {
  /** Predicts all records of the body, or throws for the first that cannot be used. */
  public PredictionRun run(ServingEndpoint serving, RequestForm form, byte[] body) {
    EndpointScorer scorer = serving.scorers().take();
    PredictionRun run = new PredictionRun(serving, scorer, rowLimit);
    try {
      form.read(body, run);
    } catch (UnusableRecord record) {
      throw run.unusable(record);
    } catch (UnreadableBody unreadable) {
      throw PredictionRun.unreadable(unreadable);
    }
    serving.scorers().giveBack(scorer);
    return run;
  }
}
