// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.profile.NumberDistribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Makes histograms that people can compare. */
final class Histograms {
  private static final int BUCKETS = 20;
  private static final int MOST_WHOLE = 25;
  private static final int MOST_CATEGORIES = 12;
  private static final double TAIL = 0.005;
  static final String OTHERS = "(others)";

  private Histograms() {}

  static Histogram numbers(FeatureStatistics baseline, FeatureStatistics current) {
    NumberDistribution before = baseline.numbers();
    NumberDistribution now = current.numbers();
    double least = Math.min(before.quantile(TAIL), now.quantile(TAIL));
    double most = Math.max(before.quantile(1 - TAIL), now.quantile(1 - TAIL));
    boolean whole = baseline.fractional() == 0 && current.fractional() == 0;
    boolean single = least == most || (whole && most - least < MOST_WHOLE);
    List<Double> edges = single ? around(least, most) : between(least, most);
    List<String> labels = single ? singles(least, edges.size() - 1) : ranges(edges);
    return new Histogram(edges, labels, shares(before, edges), shares(now, edges));
  }

  /** A bucket for each whole number. */
  private static List<Double> around(double least, double most) {
    return IntStream.rangeClosed(0, (int) (most - least) + 1)
        .mapToObj(i -> least - 0.5 + i)
        .toList();
  }

  private static List<Double> between(double least, double most) {
    double step = (most / 2 - least / 2) / BUCKETS * 2;
    return IntStream.rangeClosed(0, BUCKETS).mapToObj(i -> least + step * i).toList();
  }

  private static List<String> singles(double least, int size) {
    return IntStream.range(0, size).mapToObj(i -> Texts.number(least + i)).toList();
  }

  private static List<String> ranges(List<Double> edges) {
    return IntStream.range(1, edges.size())
        .mapToObj(i -> Texts.number(edges.get(i - 1)) + " to " + Texts.number(edges.get(i)))
        .toList();
  }

  private static List<Double> shares(NumberDistribution numbers, List<Double> edges) {
    List<Double> shares = new ArrayList<>();
    double below = 0;
    for (int i = 1; i < edges.size(); i++) {
      double upTo = i == edges.size() - 1 ? numbers.count() : numbers.below(edges.get(i));
      shares.add((upTo - below) / numbers.count());
      below = upTo;
    }
    return shares;
  }

  static Histogram categories(Categories categories) {
    List<Categories.Moved> shown =
        categories.all().stream()
            .sorted(
                Comparator.comparingDouble((Categories.Moved moved) -> -weight(moved, categories))
                    .thenComparing(Categories.Moved::value))
            .limit(MOST_CATEGORIES)
            .toList();
    List<String> labels = new ArrayList<>(shown.stream().map(Categories.Moved::value).toList());
    List<Double> before =
        new ArrayList<>(
            shown.stream()
                .map(moved -> part(moved.baseline(), categories.baselineTotal()))
                .toList());
    List<Double> now =
        new ArrayList<>(
            shown.stream().map(moved -> part(moved.current(), categories.currentTotal())).toList());
    if (shown.size() < categories.all().size()) {
      labels.add(OTHERS);
      before.add(rest(before));
      now.add(rest(now));
    }
    return new Histogram(List.of(), labels, before, now);
  }

  private static double weight(Categories.Moved moved, Categories categories) {
    return Math.max(
        part(moved.baseline(), categories.baselineTotal()),
        part(moved.current(), categories.currentTotal()));
  }

  private static double part(long count, long total) {
    return (double) count / total;
  }

  private static double rest(List<Double> shares) {
    return Math.max(0, 1 - shares.stream().mapToDouble(Double::doubleValue).sum());
  }
}
