// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.drift.ModelQualityStatistics.Metric;
import io.odometer.core.drift.ModelQualityStatistics.RegressionValues;
import io.odometer.core.metric.RegressionErrors;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.table.Hashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the quality of predictions in one pass. A hash puts each row in one of twenty groups;
 * SageMaker's five draws of 80 % are sixteen groups each, and leaving out one group at a time (the
 * jackknife) tells how far chance moves a metric. Which rows there are decides everything, in
 * whatever order or parts they come. For one thread at a time.
 */
public final class ModelQuality {
  static final int GROUPS = 20;
  private static final int DRAWS = 5;
  private static final int LEFT_OUT = 4;
  private static final int FEWEST_ROWS = 200;

  private final List<RegressionErrors> groups =
      IntStream.range(0, GROUPS).mapToObj(group -> new RegressionErrors()).toList();
  private long rows;

  /**
   * @throws IllegalArgumentException if a number is not finite
   */
  public void add(double label, double prediction) {
    if (!Double.isFinite(label) || !Double.isFinite(prediction)) {
      throw new IllegalArgumentException("not finite: " + label + " or " + prediction);
    }
    long hash =
        Hashes.mix(
            31 * Hashes.mix(Double.doubleToLongBits(label)) + Double.doubleToLongBits(prediction));
    groups.get((int) Long.remainderUnsigned(hash, GROUPS)).add(label, prediction);
    rows++;
  }

  /** Counts the rows of the other one, too. */
  public void merge(ModelQuality other) {
    for (int group = 0; group < GROUPS; group++) {
      groups.get(group).merge(other.groups.get(group));
    }
    rows += other.rows;
  }

  public long rows() {
    return rows;
  }

  /**
   * @param evaluatedAt null if it does not matter
   * @throws IllegalStateException when nothing was added
   */
  public ModelQualityStatistics statistics(@Nullable Instant evaluatedAt) {
    RegressionMetrics all = metrics(group -> true);
    List<RegressionMetrics> draws =
        rows < FEWEST_ROWS
            ? List.of()
            : IntStream.range(0, DRAWS).mapToObj(draw -> metrics(drawn(draw)::contains)).toList();
    List<RegressionMetrics> without = jackknife();
    return ModelQualityStatistics.of(
        rows,
        evaluatedAt,
        RegressionValues.of(metric -> new Metric(metric.applyAsDouble(all), spread(draws, metric))),
        RegressionValues.of(metric -> standardError(without, metric)));
  }

  private List<Integer> drawn(int draw) {
    return IntStream.range(0, GROUPS)
        .boxed()
        .sorted((one, other) -> Long.compare(rank(draw, one), rank(draw, other)))
        .skip(LEFT_OUT)
        .toList();
  }

  private static long rank(int draw, int group) {
    return Hashes.mix(draw * 1_000L + group + 1);
  }

  private List<RegressionMetrics> jackknife() {
    List<RegressionMetrics> without = new ArrayList<>();
    for (int left = 0; left < GROUPS; left++) {
      long some = groups.get(left).rows();
      if (some > 0 && some < rows) {
        int one = left;
        without.add(metrics(group -> group != one));
      }
    }
    return without;
  }

  private RegressionMetrics metrics(Predicate<Integer> wanted) {
    RegressionErrors errors = new RegressionErrors();
    IntStream.range(0, GROUPS).boxed().filter(wanted).map(groups::get).forEach(errors::merge);
    return errors.metrics();
  }

  /** NaN where there are too few rows to tell. */
  private static double spread(
      List<RegressionMetrics> draws, ToDoubleFunction<RegressionMetrics> metric) {
    return draws.isEmpty()
        ? Double.NaN
        : Math.sqrt(StatUtils.variance(draws.stream().mapToDouble(metric).toArray()));
  }

  private static double standardError(
      List<RegressionMetrics> without, ToDoubleFunction<RegressionMetrics> metric) {
    double[] values = without.stream().mapToDouble(metric).toArray();
    double count = values.length;
    return count < 2
        ? Double.NaN
        : Math.sqrt((count - 1) / count * StatUtils.variance(values) * (count - 1));
  }
}
