// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.drift.Categories.Moved;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.math3.special.Gamma;

/**
 * How unlikely a sample's counts are if they come from the baseline's source. Grouped as Deequ
 * does: values that the baseline lacks are left out, the rarest groups merged until enough is
 * expected of each. Other than Deequ, it allows for the baseline being a sample, too.
 *
 * @param statistic NaN if fewer than two groups are left
 */
record ChiSquared(double statistic, double pValue) {
  private static final double FEW = 5;
  private static final double ENOUGH = 10;
  private static final double MOST_FEW = 0.2;

  /** What is expected of some values and what was found. */
  private record Group(double expected, double observed) {
    Group plus(Group other) {
      return new Group(expected + other.expected, observed + other.observed);
    }
  }

  static ChiSquared of(Categories categories) {
    List<Moved> known = categories.all().stream().filter(value -> value.baseline() > 0).toList();
    double before = known.stream().mapToLong(Moved::baseline).sum();
    double now = known.stream().mapToLong(Moved::current).sum();
    PriorityQueue<Group> groups =
        new PriorityQueue<>(
            Comparator.comparingDouble(Group::expected).thenComparingDouble(Group::observed));
    known.forEach(value -> groups.add(new Group(value.baseline() * now / before, value.current())));
    while (groups.size() > 1 && !isEnough(groups)) {
      groups.add(groups.remove().plus(groups.remove()));
    }
    if (groups.size() < 2) {
      return new ChiSquared(Double.NaN, Double.NaN);
    }
    double statistic = groups.stream().mapToDouble(ChiSquared::term).sum() / (1 + now / before);
    return new ChiSquared(
        statistic, Gamma.regularizedGammaQ((groups.size() - 1) / 2.0, statistic / 2));
  }

  private static boolean isEnough(PriorityQueue<Group> groups) {
    if (groups.size() == 2) {
      return groups.peek().expected() >= ENOUGH;
    }
    long few = groups.stream().filter(group -> group.expected() < FEW).count();
    return few <= MOST_FEW * groups.size();
  }

  private static double term(Group group) {
    double difference = group.observed() - group.expected();
    return difference * difference / group.expected();
  }
}
