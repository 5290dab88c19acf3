// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.util.List;
import java.util.Optional;

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

  public Optional<FeatureReport> feature(String name) {
    return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }
}
