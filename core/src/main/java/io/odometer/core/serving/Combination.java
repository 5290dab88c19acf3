// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.project.Algorithm;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.EndpointRule;
import java.util.Arrays;
import java.util.List;

/**
 * One value of the members' predictions. A prediction that is not finite is left out as if its
 * member were not there. Immutable; allocates nothing.
 */
public final class Combination {
  private final CombinationRule rule;
  private final double[] weights;

  private Combination(CombinationRule rule, double[] weights) {
    this.rule = rule;
    this.weights = weights;
  }

  /**
   * The combination that the rule makes of these members.
   *
   * @param members in the order in which their predictions will come, at least one
   * @throws IllegalArgumentException when all weights are 0
   */
  public static Combination of(EndpointRule rule, List<Algorithm> members) {
    double[] weights =
        members.stream().mapToDouble(name -> rule.weights().getOrDefault(name, 1.0)).toArray();
    boolean weightless = Arrays.stream(weights).allMatch(weight -> weight == 0);
    if (rule.rule() == CombinationRule.WEIGHTED && weightless) {
      throw new IllegalArgumentException("the weights of all members %s are 0".formatted(members));
    }
    return new Combination(rule.rule(), weights);
  }

  public CombinationRule rule() {
    return rule;
  }

  /** NaN when no member that has a say predicts a finite number. */
  public double combine(double[] predictions) {
    return switch (rule) {
      case MAX -> largest(predictions);
      case MIN -> smallest(predictions);
      case MEAN -> mean(predictions, false);
      case WEIGHTED -> mean(predictions, true);
    };
  }

  private static double largest(double[] predictions) {
    double largest = Double.NaN;
    for (double value : predictions) {
      largest = Double.isFinite(value) && !(value <= largest) ? value : largest;
    }
    return largest;
  }

  private static double smallest(double[] predictions) {
    double smallest = Double.NaN;
    for (double value : predictions) {
      smallest = Double.isFinite(value) && !(value >= smallest) ? value : smallest;
    }
    return smallest;
  }

  private double mean(double[] predictions, boolean weighted) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < predictions.length; i++) {
      double weight = weighted ? weights[i] : 1;
      if (weight > 0 && Double.isFinite(predictions[i])) {
        sum += weight * predictions[i];
        total += weight;
      }
    }
    double mean = total > 0 ? sum / total : Double.NaN;
    return Double.isFinite(mean) ? mean : Double.NaN;
  }
}
