// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.CalendarDays;
import io.odometer.core.schema.TypedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongToIntFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Fits encoders of numbers and dates. */
final class NumberFitter {
  private static final double DAY = 86_400;
  private static final double[] KNOTS = {10, 30, 50, 70, 90};
  private static final int FEW = 12;
  private static final int ENOUGH_ROWS = 5;
  private static final int ROWS_A_KNOT = 50;

  /** Values that numbers' features may take up in a linear model's training matrix. */
  private static final long MATRIX_VALUES = 30_000_000;

  private final TypedTable training;
  private final boolean roomForKnots;

  NumberFitter(TypedTable training) {
    this.training = training;
    long features = (KNOTS.length + 2L) * training.schema().columns().size();
    this.roomForKnots = features * training.rows() <= MATRIX_VALUES;
  }

  /** For linear models; none if the number is the same in every row. */
  List<FeatureEncoder> scaled(int column, int part) {
    double[] values = values(column, part);
    long present = count(values);
    if (present == 0) {
      return List.of();
    }
    List<FeatureEncoder> encoders = new ArrayList<>();
    Scale scale = Scale.fit(values);
    boolean indicator = present < values.length;
    if (!scale.constant()) {
      double[] knots = knots(scale.apply(values));
      encoders.add(new ScaledNumber(column, part, scale, knots, indicator));
    }
    fewValues(column, part, values).ifPresent(encoders::add);
    return encoders;
  }

  Optional<FeatureEncoder> date(int column) {
    double[] values = values(column, 0);
    return DoubleStream.of(values).filter(value -> !Double.isNaN(value)).max().stream()
        .<FeatureEncoder>mapToObj(latest -> new DateParts(column, latest, hasTimes(values)))
        .findFirst();
  }

  Optional<FeatureEncoder> scaledDate(int column) {
    double[] values = values(column, 0);
    long present = count(values);
    if (present == 0) {
      return Optional.empty();
    }
    Scale scale = Scale.fit(values);
    if (scale.constant()) {
      return Optional.empty();
    }
    return Optional.of(
        new ScaledDate(
            column,
            scale,
            differ(values, CalendarDays::month),
            differ(values, CalendarDays::dayOfWeek),
            present < values.length));
  }

  private double[] values(int column, int part) {
    double[] values = new double[training.rows()];
    Arrays.setAll(values, row -> training.number(row, column, part));
    return values;
  }

  private static long count(double[] values) {
    return DoubleStream.of(values).filter(value -> !Double.isNaN(value)).count();
  }

  /** Quantiles of the scaled values, as many as the rows can bear, each within their range. */
  private double[] knots(double[] scaled) {
    double[] distinct = DoubleStream.of(scaled).sorted().distinct().toArray();
    if (!roomForKnots || distinct.length <= FEW || scaled.length < ROWS_A_KNOT * KNOTS.length) {
      return new double[0];
    }
    double last = distinct[distinct.length - 1];
    Percentile percentile = new Percentile();
    percentile.setData(scaled);
    return DoubleStream.of(KNOTS)
        .map(percentile::evaluate)
        .distinct()
        .filter(knot -> knot > distinct[0] && knot < last)
        .toArray();
  }

  private static Optional<FeatureEncoder> fewValues(int column, int part, double[] values) {
    TreeMap<Double, Integer> counts = new TreeMap<>();
    for (double value : values) {
      if (!Double.isNaN(value)) {
        counts.merge(value, 1, Integer::sum);
        if (counts.size() > FEW) {
          return Optional.empty();
        }
      }
    }
    double[] kept =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= ENOUGH_ROWS && entry.getValue() < values.length)
            .mapToDouble(Map.Entry::getKey)
            .toArray();
    return kept.length < 3 ? Optional.empty() : Optional.of(new NumberOneHot(column, part, kept));
  }

  private static boolean hasTimes(double[] values) {
    return DoubleStream.of(values).anyMatch(value -> value % DAY != 0 && !Double.isNaN(value));
  }

  private static boolean differ(double[] values, LongToIntFunction part) {
    return DoubleStream.of(values)
            .filter(value -> !Double.isNaN(value))
            .mapToInt(value -> part.applyAsInt((long) Math.floor(value / DAY)))
            .distinct()
            .count()
        > 1;
  }
}
