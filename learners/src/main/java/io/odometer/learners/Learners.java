// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.learner.Learner;
import io.odometer.core.project.Algorithm;
import java.util.Collection;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The learners at hand, by the name of their algorithm. Immutable. */
public final class Learners {
  private final SortedMap<Algorithm, Learner> learners = new TreeMap<>();

  /**
   * Takes learners of different names.
   *
   * @throws IllegalArgumentException when two learners bear one name
   */
  public Learners(Collection<Learner> found) {
    for (Learner learner : found) {
      Learner other = learners.put(learner.algorithm(), learner);
      if (other != null) {
        throw new IllegalArgumentException(
            "both %s and %s are the learner '%s'"
                .formatted(
                    other.getClass().getName(), learner.getClass().getName(), learner.algorithm()));
      }
    }
  }

  /** Every learner on the class path. */
  public static Learners installed() {
    return new Learners(
        ServiceLoader.load(Learner.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  public SortedSet<Algorithm> algorithms() {
    return new TreeSet<>(learners.keySet());
  }

  /**
   * The learner of an algorithm.
   *
   * @throws OdometerException {@code Project.Invalid} when there is none of that name
   */
  public Learner get(Algorithm algorithm) {
    Learner learner = learners.get(algorithm);
    if (learner == null) {
      throw new OdometerException(
          Errors.PROJECT_INVALID,
          "algorithms.%s: there is no such algorithm; there are %s"
              .formatted(algorithm, learners.keySet()));
    }
    return learner;
  }
}
