// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a benchmark found, one line of JSON.
 *
 * @param baseline what the value is held against, measured in the same run
 */
record Measurement(String benchmark, double value, String unit, String baseline, double against) {
  /** Value over baseline. */
  @JsonProperty
  double ratio() {
    return against == 0 ? Double.NaN : Math.round(value / against * 1e4) / 1e4;
  }
}
