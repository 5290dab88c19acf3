// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

/** Names of the files of a version's folder that its traffic is compared with. */
public final class BaselineFiles {
  /** Of the training rows: SageMaker's {@code statistics.json}. */
  public static final String STATISTICS = "statistics.json";

  /** SageMaker's {@code constraints.json}. */
  public static final String CONSTRAINTS = "constraints.json";

  /** The version on the test rows: SageMaker's {@code statistics.json} of model quality. */
  public static final String MODEL_STATISTICS = "model-statistics.json";

  public static final String MODEL_CONSTRAINTS = "model-constraints.json";

  /** Of the version's predictions on the test rows, a column {@code prediction}. */
  public static final String PREDICTION_STATISTICS = "prediction-statistics.json";

  private BaselineFiles() {}
}
