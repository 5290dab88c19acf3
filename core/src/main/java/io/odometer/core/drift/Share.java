// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** So many of so many. */
record Share(long hits, long of) {
  Share {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException(hits + " of " + of);
    }
  }

  /** 1 of nothing. */
  double value() {
    return of == 0 ? 1 : (double) hits / of;
  }

  long misses() {
    return of - hits;
  }

  /** How likely so few hits are, or fewer, if each comes with the probability. */
  double chance(double probability) {
    if (hits == of || probability <= 0) {
      return 1;
    }
    return probability >= 1
        ? 0
        : Beta.regularizedBeta(1 - probability, (double) misses(), hits + 1.0);
  }

  /**
   * How likely so many misses are, or more, if both samples come from the same source: Fisher's
   * exact test, one-sided.
   */
  double chance(Share baseline) {
    long missing = misses() + baseline.misses();
    double all = of + (double) baseline.of;
    if (misses() * all <= missing * (double) of) {
      return 1;
    }
    double term = Math.exp(logTerm((double) misses(), (double) missing, all));
    double sum = 0;
    for (long j = misses(); term > sum * 1e-16; j++) {
      sum += term;
      term *= (missing - j) / (j + 1.0) * ((of - j) / (all - missing - of + j + 1));
    }
    return Math.min(sum, 1);
  }

  private double logTerm(double j, double missing, double all) {
    return logChoose(missing, j) + logChoose(all - missing, of - j) - logChoose(all, (double) of);
  }

  private static double logChoose(double n, double k) {
    return Gamma.logGamma(n + 1) - Gamma.logGamma(k + 1) - Gamma.logGamma(n - k + 1);
  }
}
