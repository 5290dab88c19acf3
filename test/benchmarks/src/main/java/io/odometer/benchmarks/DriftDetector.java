// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.drift.Distances;
import java.util.function.Predicate;

/** A way to tell from the distances of a feature whether it has drifted. */
enum DriftDetector {
  SIMPLE("Simple > 0.1", distances -> distances.simple() > 0.1),
  CERTAIN_SIMPLE(
      "Simple > 0.1, beyond chance",
      distances -> distances.simple() > 0.1 && distances.robust() > 0),
  ROBUST("Robust > 0.1", distances -> distances.robust() > 0.1),
  SHARP_ROBUST("Robust > 0.05", distances -> distances.robust() > 0.05),
  KOLMOGOROV_SMIRNOV("KS, p < 0.01", distances -> distances.pValue() < 0.01),
  STABILITY("PSI > 0.2", distances -> distances.psi() > 0.2);

  private final String title;
  private final Predicate<Distances> rule;

  DriftDetector(String title, Predicate<Distances> rule) {
    this.title = title;
    this.rule = rule;
  }

  String title() {
    return title;
  }

  boolean finds(Distances distances) {
    return rule.test(distances);
  }
}
