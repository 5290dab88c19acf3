// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.List;

/** Compares what an endpoint predicts with what was stored when its versions were published. */
final class Trial {
  private final ServingEndpoint serving;

  Trial(ServingEndpoint serving) {
    this.serving = serving;
  }

  /**
   * @throws OdometerException {@code Model.Corrupt} unless every member predicts each of its check
   *     rows to the last bit, through the code that requests go through
   */
  void run() {
    EndpointScorer scorer = serving.scorers().take();
    for (int i = 0; i < serving.members().size(); i++) {
      Member member = serving.members().get(i);
      List<CheckRow> checks = member.model().checks();
      for (int row = 0; row < checks.size(); row++) {
        scorer.fill(checks.get(row).record());
        scorer.predict();
        compare(member, row, checks.get(row), scorer.prediction(i));
      }
    }
    serving.scorers().giveBack(scorer);
  }

  private static void compare(Member member, int row, CheckRow check, double value) {
    if (!check.agrees(value)) {
      throw new OdometerException(
          Errors.MODEL_CORRUPT,
          "%s predicts %s for check row %d, but %s when it was published"
              .formatted(member.id(), value, row, check.prediction()));
    }
  }
}
