// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How categories are compared. */
public enum CategoricalMethod {
  /** By the share that changed most. */
  @JsonProperty("LInfinity")
  L_INFINITY,
  /** By how unlikely the counts are. */
  @JsonProperty("ChiSquared")
  CHI_SQUARED
}
