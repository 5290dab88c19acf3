// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.metric.RegressionErrors;
import io.odometer.core.profile.Trees;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelQualityTest {
  private static ModelQuality quality(int rows, double spread, long seed) {
    ModelQuality quality = new ModelQuality();
    Random random = new Random(seed);
    for (int row = 0; row < rows; row++) {
      double label = Math.exp(9.5 + 0.6 * random.nextGaussian());
      quality.add(label, label * (1 + spread * random.nextGaussian()));
    }
    return quality;
  }

  @Test
  void metrics_equal_a_direct_computation_and_merging_changes_nothing() {
    RegressionErrors errors = new RegressionErrors();
    ModelQuality first = new ModelQuality();
    ModelQuality second = new ModelQuality();
    Random random = new Random(1);
    for (int row = 0; row < 5_000; row++) {
      double label = 1e6 + random.nextInt(1_000);
      double prediction = label + random.nextGaussian();
      errors.add(label, prediction);
      (random.nextBoolean() ? first : second).add(label, prediction);
    }
    first.merge(second);
    ModelQualityStatistics found = first.statistics(null);
    assertEquals(5_000, found.rows());
    assertEquals(errors.metrics().rmse(), found.value(RegressionMetric.RMSE), 1e-9);
    assertEquals(errors.metrics().mae(), found.value(RegressionMetric.MAE), 1e-9);
    assertEquals(errors.metrics().r2(), found.value(RegressionMetric.R2), 1e-9);
  }

  @Test
  void deviations_need_200_rows() {
    ModelQualityStatistics few = quality(199, 0.1, 2).statistics(null);
    assertTrue(Json.text(few).contains("\"standard_deviation\":\"NaN\""), Json.text(few));
    assertEquals(few, Json.read(Json.bytes(few), ModelQualityStatistics.class));
    ModelQualityStatistics enough = quality(200, 0.1, 2).statistics(null);
    assertTrue(enough.regressionMetrics().rmse().standardDeviation() > 0);
  }

  @Test
  void the_standard_error_is_what_chance_moves_a_metric_by() {
    List<ModelQualityStatistics> many =
        IntStream.range(0, 200)
            .mapToObj(seed -> quality(1_000, 0.1, seed).statistics(null))
            .toList();
    double mean =
        many.stream().mapToDouble(one -> one.value(RegressionMetric.MAE)).average().orElseThrow();
    double squares =
        many.stream()
            .mapToDouble(one -> Math.pow(one.value(RegressionMetric.MAE) - mean, 2))
            .average()
            .orElseThrow();
    double told =
        many.stream()
            .mapToDouble(one -> one.standardError(RegressionMetric.MAE))
            .average()
            .orElseThrow();
    assertEquals(Math.sqrt(squares), told, 0.2 * told);
  }

  @Test
  void the_same_quality_is_no_violation_and_a_worse_one_is() {
    ModelQualityConstraints constraints =
        ModelQualityConstraints.suggest(quality(2_000, 0.1, 3).statistics(null));
    for (int seed = 100; seed < 200; seed++) {
      ModelQualityStatistics same = quality(200 + 20 * seed, 0.1, seed).statistics(null);
      assertEquals(List.of(), constraints.check(same, Sensitivity.DEFAULT));
    }
    ModelQualityStatistics worse = quality(1_000, 0.2, 4).statistics(null);
    assertEquals(
        List.of("mae", "mse", "rmse", "r2"),
        constraints.check(worse, Sensitivity.DEFAULT).stream().map(Violation::subject).toList());
    assertEquals(
        List.of(), constraints.check(quality(150, 0.4, 4).statistics(null), Sensitivity.DEFAULT));
  }

  @Test
  void sagemakers_files_are_read_and_written_and_judged() {
    var statistics = Trees.sample(getClass(), "model-statistics.json");
    var constraints = Trees.sample(getClass(), "model-constraints.json");
    ModelQualityStatistics read = Json.fromTree(statistics, ModelQualityStatistics.class);
    Trees.assertSame(statistics, Json.toTree(read));
    ModelQualityConstraints limits = Json.fromTree(constraints, ModelQualityConstraints.class);
    Trees.assertSame(constraints, Json.toTree(limits));
    assertEquals(List.of(), limits.check(read, Sensitivity.DEFAULT));
    var violations = Trees.sample(getClass(), "model-violations.json");
    Trees.assertSame(violations, Json.toTree(Json.fromTree(violations, Violations.class)));
  }

  @Test
  void what_is_not_finite_and_no_rows_at_all_are_refused() {
    ModelQuality quality = new ModelQuality();
    assertThrows(IllegalArgumentException.class, () -> quality.add(1, Double.NaN));
    assertThrows(IllegalStateException.class, () -> quality.statistics(Instant.EPOCH));
  }
}
