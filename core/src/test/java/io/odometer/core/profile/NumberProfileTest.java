// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumberProfileTest {
  private static final double RELATIVE = 1e-9;

  /** What a sketch of this width may be off by; its normalised rank error is about 0.1 %. */
  private static final double RANK_ERROR = 0.003;

  private static NumberProfile profile(double... values) {
    NumberProfile profile = new NumberProfile();
    Arrays.stream(values).forEach(profile::add);
    return profile;
  }

  private static double[] values(int count, DoubleSupplier source) {
    return DoubleStream.generate(source).limit(count).toArray();
  }

  private static void assertMomentsAreExact(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    BigDecimal mean = sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128);
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      squares = squares.add(new BigDecimal(value).subtract(mean).pow(2), MathContext.DECIMAL128);
    }
    double deviation = Math.sqrt(squares.doubleValue() / values.length);
    Moments moments = profile(values).moments();
    assertEquals(values.length, moments.count());
    assertClose(sum.doubleValue(), moments.sum());
    assertClose(mean.doubleValue(), moments.mean());
    assertClose(deviation, moments.deviation());
    assertEquals(Arrays.stream(values).min().orElseThrow(), moments.least());
    assertEquals(Arrays.stream(values).max().orElseThrow(), moments.most());
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * RELATIVE);
  }

  @Test
  void moments_equal_a_direct_computation() {
    Random random = new Random(1);
    assertMomentsAreExact(values(1, () -> 5));
    assertMomentsAreExact(values(7_000, () -> Math.exp(10 + random.nextGaussian())));
    assertMomentsAreExact(values(4_100, () -> random.nextInt(2)));
    assertMomentsAreExact(values(10_000, random::nextGaussian));
  }

  @Test
  void a_large_offset_costs_no_digits() {
    Random random = new Random(2);
    assertMomentsAreExact(values(10_000, () -> 1e9 + random.nextDouble()));
  }

  @Test
  void values_that_cancel_out_leave_what_they_leave() {
    assertMomentsAreExact(new double[] {1e16, 3, -1e16, 4});
  }

  @Test
  void huge_values_stay_finite() {
    Moments moments = profile(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE).moments();
    assertTrue(Double.isFinite(moments.sum()));
    assertTrue(Double.isFinite(moments.mean()));
    assertTrue(Double.isFinite(moments.deviation()));
  }

  @Test
  void fractions_and_negative_numbers_are_counted() {
    Moments moments = profile(1, -2, 0.5, -0.0, 3e15).moments();
    assertEquals(1, moments.fractional());
    assertEquals(1, moments.negative());
  }

  @Test
  void values_are_kept_as_they_came_while_they_fit() {
    assertEquals(List.of(List.of(3.0, 1.0, 2.0)), profile(3, 1, 2).sketch());
    double[] full = values(2_050, new Random(3)::nextDouble);
    assertEquals(2_050, profile(full).sketch().getFirst().size());
  }

  @Test
  void quantiles_are_within_the_bound() {
    Random random = new Random(4);
    double[] values = values(300_000, () -> Math.exp(random.nextGaussian()));
    assertRanks(values, profile(values));
    Arrays.sort(values);
    assertRanks(values, profile(values));
  }

  @Test
  void quantiles_of_many_merged_parts_are_within_the_bound() {
    Random random = new Random(5);
    double[] values = values(200_000, random::nextGaussian);
    NumberProfile all = new NumberProfile();
    int from = 0;
    while (from < values.length) {
      int to = Math.min(values.length, from + 1 + random.nextInt(9_000));
      all.merge(profile(Arrays.copyOfRange(values, from, to)));
      from = to;
    }
    assertEquals(values.length, all.count());
    assertRanks(values, all);
  }

  private static void assertRanks(double[] values, NumberProfile profile) {
    NumberDistribution sketch = NumberDistribution.of(profile.sketch());
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    assertEquals(values.length, sketch.count());
    for (int percent = 1; percent < 100; percent++) {
      double quantile = sketch.quantile(percent / 100.0);
      int found = Arrays.binarySearch(sorted, quantile);
      double rank = (found + 1.0) / values.length;
      assertEquals(percent / 100.0, rank, RANK_ERROR, percent + " %");
    }
  }

  @Test
  void memory_does_not_grow_with_the_rows() {
    Random random = new Random(6);
    NumberProfile profile = profile(values(500_000, random::nextDouble));
    assertTrue(profile.bytes() < 100_000, profile.bytes() + " bytes");
  }

  @Test
  void equal_rows_give_equal_sketches() {
    double[] values = values(50_000, new Random(7)::nextGaussian);
    assertEquals(profile(values).sketch(), profile(values).sketch());
  }
}
