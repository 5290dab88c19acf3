// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

/** By how much the distributions of two samples of one source differ by chance. */
final class Noise {
  /** SageMaker's factor; verdicts are never less careful. */
  private static final double LEAST_FACTOR = 1.8;

  private static final double NEGLIGIBLE = 1e-12;

  private Noise() {}

  /** The distance that chance exceeds with no more than the probability. */
  static double allowance(long one, long other, double level) {
    double factor = Math.max(LEAST_FACTOR, Math.sqrt(-Math.log(level / 2) / 2));
    return factor * Math.sqrt(1.0 / one + 1.0 / other);
  }

  /** How likely chance makes such a distance, or a larger one (Kolmogorov and Smirnov). */
  static double pValue(double distance, long one, long other) {
    double scaled = distance / Math.sqrt(1.0 / one + 1.0 / other);
    if (scaled < 0.2) {
      return 1;
    }
    double sum = 0;
    double term = 1;
    for (int k = 1; Math.abs(term) > NEGLIGIBLE; k++) {
      term = Math.exp(-2.0 * k * k * scaled * scaled) * (k % 2 == 0 ? -2 : 2);
      sum += term;
    }
    return Math.clamp(sum, 0, 1);
  }
}
