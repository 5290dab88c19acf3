// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.profile.DatasetProfile;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.NumericalStatistics;
import io.odometer.core.profile.TableProfiler;
import io.odometer.core.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One pass over a million rows of seven numbers and three names on two threads, against DuckDB's
 * SUMMARIZE of the same file; the best of some rounds each.
 */
final class ProfileRun {
  private static final int ROWS = 1_000_000;
  private static final int THREADS = 2;
  private static final int ROUNDS = 6;
  private static final double WANTED = 800_000;
  private static final double MOST_BYTES = 1e6;
  private static final int LANES = 4;
  private static final int RAW = 2_050;
  private static final String HEADER = "n1,n2,n3,n4,n5,n6,n7,c1,c2,c3,target";

  private ProfileRun() {}

  static List<Measurement> measure() throws IOException, SQLException {
    Path file = Files.createTempFile("odometer-profile-", ".csv");
    try {
      write(file, ROWS);
      double ours = ours(file);
      return List.of(
          new Measurement("profile", ours, "rows/s", "DuckDB's SUMMARIZE", duckDb(file)),
          new Measurement("profile", ours, "rows/s", "the rate that is wanted", WANTED),
          new Measurement("profile", sketchBytes(file), "bytes a number", "the most", MOST_BYTES));
    } finally {
      Files.delete(file);
    }
  }

  private static void write(Path file, int rows) throws IOException {
    Random random = new Random(1);
    try (var out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\n");
      for (int row = 0; row < rows; row++) {
        for (int column = 1; column <= 7; column++) {
          double number = Math.exp(column + random.nextGaussian());
          out.write(column % 2 == 0 ? (int) number + "," : Math.rint(number * 100) / 100 + ",");
        }
        out.write("kind " + random.nextInt(5) + ",make " + random.nextInt(40) + ",model ");
        out.write(random.nextInt(300) + "," + random.nextInt(1_000) + "\n");
      }
    }
  }

  private static double ours(Path file) throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      TableProfiler profiler = new TableProfiler(schema(file), Set.of(), threads);
      double best = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long began = System.nanoTime();
        long rows = profile(profiler, file).statistics().rows();
        best = Math.max(best, rate(rows, began));
      }
      return best;
    }
  }

  private static DatasetProfile profile(TableProfiler profiler, Path file) throws IOException {
    try (InputStream csv = Files.newInputStream(file)) {
      return profiler.profile(csv);
    }
  }

  private static Schema schema(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      String head = String.join("\n", lines.limit(20_000).toList());
      ScoringTable table = new ScoringTable(head.getBytes(StandardCharsets.UTF_8), "target");
      return WindowTable.of(table).schema();
    }
  }

  private static double duckDb(Path file) throws SQLException {
    double best = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads TO " + THREADS);
      for (int round = 0; round < ROUNDS; round++) {
        long began = System.nanoTime();
        try (ResultSet found =
            statement.executeQuery("SUMMARIZE SELECT * FROM read_csv('" + file + "')")) {
          while (found.next()) {
            found.getString(1);
          }
        }
        best = Math.max(best, rate(ROWS, began));
      }
    }
    return best;
  }

  private static double rate(long rows, long began) {
    return rows / ((System.nanoTime() - began) / 1e9);
  }

  /** What the raw values and all levels of a numeric feature take at most in four lanes. */
  private static double sketchBytes(Path file) throws IOException {
    DatasetStatistics statistics =
        profile(new TableProfiler(schema(file), Set.of(), Runnable::run), file).statistics();
    NumericalStatistics numbers = statistics.features().getFirst().numericalStatistics();
    long kept =
        Objects.requireNonNull(numbers).distribution().kll().sketch().data().stream()
            .mapToLong(List::size)
            .sum();
    return LANES * (kept + RAW) * (double) Double.BYTES;
  }
}
