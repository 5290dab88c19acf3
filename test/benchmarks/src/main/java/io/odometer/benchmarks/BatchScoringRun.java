// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.store.Buckets;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import io.odometer.standalone.store.Credentials;
import io.odometer.standalone.store.EmbeddedStore;
import io.odometer.testservers.MinioServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A large file through the whole of batch scoring, from the start of its execution to its manifest:
 * 100 trees of depth 6 and a linear model, joined to the input, in a scorer of its own with a heap
 * of 256 MB. On a real MinIO server where there is one, else on the embedded store. {@code
 * ODOMETER_BENCHMARK_ROWS} sets the size, {@code ODOMETER_BENCHMARK_TABLE} the table.
 */
final class BatchScoringRun {
  private static final List<String> HEAP = List.of("-Xmx256m", "-XX:+UseSerialGC");
  private static final String ROWS = "10000000";
  private static final double WANTED = 250_000;

  private BatchScoringRun() {}

  static List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("odometer-benchmark-");
    try (Closer parts = new Closer()) {
      return measure(folder, parts);
    } finally {
      remove(folder);
    }
  }

  private static List<Measurement> measure(Path folder, Closer parts) throws Exception {
    ScoringTable table = ScoringTable.chosen();
    Path file = folder.resolve("rows.csv");
    table.write(
        Long.parseLong(System.getenv().getOrDefault("ODOMETER_BENCHMARK_ROWS", ROWS)), file);
    StoreSettings store = store(folder, parts);
    makeBuckets(store);
    double rate;
    try (ScoringInstallation installation = new ScoringInstallation(folder, store)) {
      installation.train(table);
      JsonNode manifest = installation.score(file, HEAP);
      System.err.println("batch-scoring: " + manifest.path("timings") + manifest.path("counts"));
      rate = manifest.path("timings").path("rowsPerSecond").asDouble();
    }
    double parsed = number(ParseOnly.class, store);
    List<Measurement> found = new ArrayList<>();
    found.add(
        new Measurement(
            "batch-scoring",
            rate,
            "rows/s",
            "reading and parsing the object with FastCSV",
            parsed));
    found.add(new Measurement("batch-scoring", rate, "rows/s", "the rate that is wanted", WANTED));
    PandasScoring.rate(table, file, folder)
        .ifPresent(
            pandas ->
                found.add(
                    new Measurement(
                        "batch-scoring", rate, "rows/s", "pandas and XGBoost for Python", pandas)));
    return found;
  }

  private static StoreSettings store(Path folder, Closer parts) throws IOException {
    Optional<Path> minio = MinioServer.binary();
    if (minio.isPresent()) {
      return parts.add(MinioServer.start(minio.get(), folder)).settings();
    }
    Credentials keys = new Credentials("benchmark", "benchmark-secret");
    EmbeddedStore store = parts.add(new EmbeddedStore(folder.resolve("s3"), 0, keys));
    store.start();
    return new StoreSettings(store.endpoint(), keys.accessKey(), keys.secretKey(), "us-east-1");
  }

  private static void makeBuckets(StoreSettings settings) {
    try (S3ObjectStore store = new S3ObjectStore(settings)) {
      Buckets.ALL.forEach(store::ensureBucket);
    }
  }

  /** What a process of that class prints. */
  private static double number(Class<?> main, StoreSettings store) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HEAP);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(store.endpoint().toString(), store.accessKey(), store.secretKey()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var answers = process.inputReader()) {
      List<String> lines = answers.lines().toList();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(main.getSimpleName() + " failed; see above");
      }
      return Double.parseDouble(lines.getLast());
    } finally {
      process.destroyForcibly();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
