// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import io.odometer.core.error.DidYouMean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code "endpoint"}: {@code {"rule": "weighted", "weights": {"xgboost": 3}}}. */
final class EndpointReader {
  private EndpointReader() {}

  static EndpointRule read(Fields fields, Set<Algorithm> algorithms) {
    return fields
        .object("endpoint")
        .map(endpoint -> of(endpoint, algorithms))
        .orElse(EndpointRule.DEFAULT);
  }

  private static EndpointRule of(Fields endpoint, Set<Algorithm> algorithms) {
    endpoint.refuseUnknown(List.of("rule", "weights"));
    CombinationRule rule =
        endpoint
            .text("rule")
            .flatMap(text -> endpoint.checked("rule", () -> CombinationRule.of(text)))
            .orElse(EndpointRule.DEFAULT.rule());
    Map<Algorithm, Double> weights = weights(endpoint, algorithms);
    if (rule == CombinationRule.WEIGHTED && addUpToNothing(weights, algorithms)) {
      endpoint.mistake("weights", "cannot all be 0");
    }
    return new EndpointRule(rule, weights);
  }

  private static Map<Algorithm, Double> weights(Fields endpoint, Set<Algorithm> algorithms) {
    List<String> names = algorithms.stream().map(Algorithm::value).sorted().toList();
    Map<Algorithm, Double> weights = new LinkedHashMap<>();
    endpoint
        .object("weights")
        .map(given -> given.each((each, name) -> weight(each, name, names)))
        .orElse(Map.of())
        .forEach((name, weight) -> weights.put(new Algorithm(name), weight));
    return weights;
  }

  private static Optional<Double> weight(Fields weights, String name, List<String> algorithms) {
    if (!algorithms.contains(name)) {
      weights.mistake(
          name, "is none of this project's algorithms; " + DidYouMean.hint(name, algorithms));
      return Optional.empty();
    }
    return weights
        .number(name)
        .filter(weight -> weights.holds(weight >= 0, name, "is a number of at least 0"));
  }

  /** A member without a weight has the weight 1. */
  private static boolean addUpToNothing(Map<Algorithm, Double> weights, Set<Algorithm> members) {
    return !members.isEmpty()
        && members.stream().allMatch(member -> weights.getOrDefault(member, 1.0) == 0);
  }
}
