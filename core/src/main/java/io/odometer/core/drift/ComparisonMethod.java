// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is held against the threshold. Either way chance must hardly explain the distance before a
 * sample is said to have drifted.
 */
public enum ComparisonMethod {
  /** The distance of the two samples; the default, since it sees in small samples, too. */
  @JsonProperty("Simple")
  SIMPLE,
  /** What of the distance cannot be sampling noise: surely more than the threshold. */
  @JsonProperty("Robust")
  ROBUST
}
