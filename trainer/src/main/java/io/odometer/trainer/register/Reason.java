// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.register;

import io.odometer.core.training.Evaluation;
import io.odometer.core.training.RegisterInput;
import java.util.Locale;
import java.util.Optional;

/** Why the gate rejected a version, in words. */
final class Reason {
  private Reason() {}

  static Optional<String> of(RegisterInput input) {
    String rmse = number(input.evaluation().metrics().rmse());
    return switch (input.gate()) {
      case ACCEPTED -> Optional.empty();
      case ABOVE_THRESHOLD ->
          Optional.of(
              "RMSE %s on the test rows is above the project's threshold %s"
                  .formatted(rmse, threshold(input)));
      case WORSE_THAN_CHAMPION ->
          Optional.of(
              "RMSE %s on the test rows is above %s".formatted(rmse, champion(input.evaluation())));
    };
  }

  private static String threshold(RegisterInput input) {
    Double threshold = input.project().threshold();
    return threshold == null ? "that was set" : number(threshold);
  }

  private static String champion(Evaluation evaluation) {
    Evaluation.ChampionScore champion = evaluation.champion();
    return champion == null
        ? "the champion's"
        : "the %s of the champion %s on the same rows"
            .formatted(number(champion.metrics().rmse()), champion.id().version());
  }

  /** Four digits at least, whatever the label's unit. */
  private static String number(double value) {
    return Math.abs(value) < 100
        ? String.format(Locale.ROOT, "%.4g", value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }
}
