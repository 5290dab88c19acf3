// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is held against the threshold. */
public enum ComparisonMethod {
  /** The distance of the two samples. */
  @JsonProperty("Simple")
  SIMPLE,
  /** What of the distance cannot be sampling noise. */
  @JsonProperty("Robust")
  ROBUST
}
