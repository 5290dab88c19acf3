// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a data scientist would write for the same: pandas reads the file, XGBoost predicts with 100
 * trees of depth 6, pandas writes it with a column more. From the local disk, one model only. Where
 * {@code ODOMETER_BENCHMARK_PYTHON} names a Python that has both.
 */
final class PandasScoring {
  private PandasScoring() {}

  /** Rows a second, without the start of Python and without the training. */
  static Optional<Double> rate(ScoringTable table, Path file, Path folder)
      throws IOException, InterruptedException {
    String python = System.getenv().getOrDefault("ODOMETER_BENCHMARK_PYTHON", "");
    if (python.isBlank()) {
      System.err.println("batch-scoring: no ODOMETER_BENCHMARK_PYTHON, so pandas is left out");
      return Optional.empty();
    }
    Path script = folder.resolve("scoring.py");
    Path training = Files.write(folder.resolve("training.csv"), table.training());
    try (InputStream source = PandasScoring.class.getResourceAsStream("scoring.py")) {
      Files.copy(java.util.Objects.requireNonNull(source), script);
    }
    List<String> command =
        List.of(
            python,
            script.toString(),
            training.toString(),
            table.target(),
            file.toString(),
            folder.resolve("pandas.csv").toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var answers = process.inputReader()) {
      List<String> lines = answers.lines().toList();
      return process.waitFor() == 0
          ? Optional.of(Double.parseDouble(lines.getLast()))
          : Optional.empty();
    }
  }
}
