// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.drift.Distances;

/** A way to tell from the distances of a feature whether it has drifted. */
enum DriftDetector {
  SIMPLE("Simple > 0.1"),
  CERTAIN_SIMPLE("Simple > 0.1, beyond chance"),
  ROBUST("Robust > 0.1"),
  SHARP_ROBUST("Robust > 0.05"),
  KOLMOGOROV_SMIRNOV("KS, p < 0.01"),
  STABILITY("PSI > 0.2");

  private final String title;

  DriftDetector(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  boolean finds(Distances distances) {
    return switch (this) {
      case SIMPLE -> distances.simple() > 0.1;
      case CERTAIN_SIMPLE -> distances.simple() > 0.1 && distances.robust() > 0;
      case ROBUST -> distances.robust() > 0.1;
      case SHARP_ROBUST -> distances.robust() > 0.05;
      case KOLMOGOROV_SMIRNOV -> distances.pValue() < 0.01;
      case STABILITY -> distances.psi() > 0.2;
    };
  }
}
