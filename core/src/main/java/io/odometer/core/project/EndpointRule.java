// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the project's endpoint combines its members; weights are for {@link
 * CombinationRule#WEIGHTED}, one a member, 1 if unnamed.
 */
public record EndpointRule(CombinationRule rule, Map<Algorithm, Double> weights) {
  public static final EndpointRule DEFAULT = new EndpointRule(CombinationRule.MAX, Map.of());

  public EndpointRule {
    weights.forEach(
        (algorithm, weight) -> {
          if (!(weight >= 0) || weight.isInfinite()) {
            throw new IllegalArgumentException(
                "endpoint.weights." + algorithm + " is a number of at least 0");
          }
        });
    weights = java.util.Collections.unmodifiableMap(new TreeMap<>(weights));
  }
}
