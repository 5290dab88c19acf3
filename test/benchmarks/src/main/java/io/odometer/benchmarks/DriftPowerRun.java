// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.drift.Constraints;
import io.odometer.core.drift.DataQuality;
import io.odometer.core.drift.DataQualityReport;
import io.odometer.core.drift.Distances;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Sensitivity;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.schema.LabelReader;
import io.odometer.core.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * How much drift it takes to be found: the share of windows in which a feature, all of whose values
 * were multiplied, is said to have drifted, by several rules. The feature is the one with the most
 * different values. Written to {@code ODOMETER_BENCHMARK_REPORT}.
 */
final class DriftPowerRun {
  private static final List<Double> FACTORS = List.of(1.0, 1.05, 1.1, 1.2, 1.3, 1.4, 1.6, 2.0);
  private static final List<Integer> SIZES = List.of(200, 500, 1_000, 2_000, 5_000, 20_000);
  private static final int WINDOWS = 200;
  private static final String REPORT = "test/benchmarks/drift-power.md";
  private static final double NO_DRIFT = 1.0;

  private final WindowTable table;
  private final DatasetStatistics baseline;
  private final Constraints constraints;
  private final String feature;
  private final int column;

  private DriftPowerRun(WindowTable table) {
    this.table = table;
    this.baseline = table.baseline();
    this.constraints = Constraints.suggest(baseline);
    this.feature =
        baseline.features().stream()
            .max(Comparator.comparingInt(found -> found.numbers().size()))
            .map(FeatureStatistics::name)
            .orElseThrow();
    this.column = table.header().indexOf(feature);
  }

  static List<Measurement> measure() throws IOException {
    return new DriftPowerRun(WindowTable.of(ScoringTable.chosen())).run();
  }

  private List<Measurement> run() throws IOException {
    List<PowerRow> rows = new ArrayList<>();
    for (double factor : FACTORS) {
      for (int size : SIZES) {
        rows.add(new PowerRow(factor, size, found(factor, size)));
      }
    }
    Path report = Path.of(System.getenv().getOrDefault("ODOMETER_BENCHMARK_REPORT", REPORT));
    Files.writeString(report, PowerRow.table(feature, baseline.rows(), WINDOWS, rows));
    return rows.stream()
        .filter(row -> row.factor() == NO_DRIFT)
        .map(
            row ->
                new Measurement(
                    "drift-power",
                    row.found().getOrDefault(DriftDetector.CERTAIN_SIMPLE, 0.0),
                    "of windows of %d rows without drift".formatted(row.size()),
                    DriftDetector.SIMPLE.title(),
                    row.found().getOrDefault(DriftDetector.SIMPLE, 0.0)))
        .toList();
  }

  private Map<DriftDetector, Double> found(double factor, int size) {
    Random random = new Random(Objects.hash(factor, size));
    Schema schema = table.schema();
    LabelReader numbers = new LabelReader(schema.columns().get(schema.indexOf(feature)));
    Map<DriftDetector, Double> found = new EnumMap<>(DriftDetector.class);
    for (int window = 0; window < WINDOWS; window++) {
      DatasetStatistics current =
          table.window(size, random, row -> multiplied(row, factor, numbers));
      Distances distances = distances(current);
      for (DriftDetector detector : DriftDetector.values()) {
        found.merge(detector, detector.finds(distances) ? 1.0 / WINDOWS : 0, Double::sum);
      }
    }
    return found;
  }

  private Distances distances(DatasetStatistics current) {
    DataQualityReport report =
        DataQuality.check(baseline, constraints, current, Sensitivity.DEFAULT);
    return report.features().stream()
        .filter(checked -> checked.name().equals(feature))
        .map(FeatureReport::distances)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private String[] multiplied(String[] row, double factor, LabelReader numbers) {
    double number = numbers.read(row[column]);
    if (Double.isNaN(number)) {
      return row;
    }
    String[] changed = row.clone();
    changed[column] = Double.toString(number * factor);
    return changed;
  }
}
