// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.learner;

import io.odometer.core.project.Algorithm;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A learning algorithm, found by {@link java.util.ServiceLoader}. Without state; safe for use by
 * many threads.
 *
 * <p>The same matrices, hyperparameters and seed give the same model bytes.
 */
public interface Learner {
  Algorithm algorithm();

  FeatureForm form();

  /**
   * Checks the hyperparameters and fills in the defaults.
   *
   * @throws io.odometer.core.error.OdometerException {@code Project.Invalid}, naming every unknown
   *     name and every value out of range
   */
  Map<String, JsonNode> resolve(Map<String, JsonNode> hyperparameters);

  /**
   * @param hyperparameters as {@link #resolve} gave them
   * @throws io.odometer.core.error.OdometerException {@code Training.Diverged} when the result is
   *     not finite
   */
  TrainedModel train(
      LabelledMatrix training,
      LabelledMatrix validation,
      Map<String, JsonNode> hyperparameters,
      long seed,
      TrainingListener listener);
}
