// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** SageMaker's checks of data quality, and one that it suggests but has no name for. */
public enum CheckType {
  DATA_TYPE("data_type_check"),
  COMPLETENESS("completeness_check"),
  BASELINE_DRIFT("baseline_drift_check"),
  MISSING_COLUMN("missing_column_check"),
  EXTRA_COLUMN("extra_column_check"),
  CATEGORICAL_VALUES("categorical_values_check"),
  NON_NEGATIVE("non_negative_check");

  private final String json;

  CheckType(String json) {
    this.json = json;
  }

  /** Nothing for the checks of metrics, which are named after operators. */
  public static Optional<CheckType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.json.equals(name)).findFirst();
  }

  @JsonValue
  public String json() {
    return json;
  }
}
