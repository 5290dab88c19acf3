// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.util.List;

/**
 * Data against its baseline.
 *
 * @param rows of the sample
 * @param speaks whether they are enough for a verdict; without, there are no violations
 */
public record DataQualityReport(
    long rows, boolean speaks, List<FeatureReport> features, List<Violation> violations) {
  public DataQualityReport {
    features = List.copyOf(features);
    violations = List.copyOf(violations);
  }
}
