// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.drift.Constraints;
import io.odometer.core.drift.DataQuality;
import io.odometer.core.drift.ModelQuality;
import io.odometer.core.drift.ModelQualityConstraints;
import io.odometer.core.drift.Sensitivity;
import io.odometer.core.drift.Violation;
import io.odometer.core.profile.DatasetStatistics;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * How many windows raise an alarm though nothing has changed: rows drawn from the very table that
 * the baseline was made of, checked with default settings. {@code ODOMETER_BENCHMARK_TABLE} names
 * another table than the sample.
 */
final class FalseAlarmRun {
  private static final int WINDOWS = 500;
  private static final int FEWEST = 200;
  private static final int MOST = 20_000;
  private static final int TEST_ROWS = 5_000;
  private static final double TOLERATED = 0.01;

  private FalseAlarmRun() {}

  static List<Measurement> measure() throws IOException {
    WindowTable table = WindowTable.of(ScoringTable.chosen());
    Random random = new Random(1);
    return List.of(
        new Measurement("false-alarms", data(table, random), "of windows", "tolerated", TOLERATED),
        new Measurement(
            "false-alarms-of-quality", quality(random), "of windows", "tolerated", TOLERATED));
  }

  private static double data(WindowTable table, Random random) {
    DatasetStatistics baseline = table.baseline();
    Constraints constraints = Constraints.suggest(baseline);
    int alarms = 0;
    for (int window = 0; window < WINDOWS; window++) {
      DatasetStatistics current = table.window(size(window), random, UnaryOperator.identity());
      List<Violation> found =
          DataQuality.check(baseline, constraints, current, Sensitivity.DEFAULT).violations();
      found.forEach(violation -> System.err.println("false alarm: " + violation));
      alarms += found.isEmpty() ? 0 : 1;
    }
    return (double) alarms / WINDOWS;
  }

  private static double quality(Random random) {
    ModelQualityConstraints constraints =
        ModelQualityConstraints.suggest(errors(TEST_ROWS, random).statistics(null));
    int alarms = 0;
    for (int window = 0; window < WINDOWS; window++) {
      List<Violation> found =
          constraints.check(errors(size(window), random).statistics(null), Sensitivity.DEFAULT);
      found.forEach(violation -> System.err.println("false alarm: " + violation));
      alarms += found.isEmpty() ? 0 : 1;
    }
    return (double) alarms / WINDOWS;
  }

  /** From few to many, each factor as often as any other. */
  private static int size(int window) {
    return (int) (FEWEST * Math.pow((double) MOST / FEWEST, window / (WINDOWS - 1.0)));
  }

  /** Skewed labels, and errors that are a share of them, now and then a large one. */
  private static ModelQuality errors(int rows, Random random) {
    ModelQuality quality = new ModelQuality();
    for (int row = 0; row < rows; row++) {
      double label = Math.exp(9.5 + 0.6 * random.nextGaussian());
      double spread = random.nextDouble() < 0.02 ? 0.5 : 0.1;
      quality.add(label, label * Math.exp(spread * random.nextGaussian()));
    }
    return quality;
  }
}
