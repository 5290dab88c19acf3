// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.json.Json;
import io.odometer.platform.store.InMemoryObjectStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Posts one record a request to {@code /predict} over 32 connections from another process, in turn
 * with a handler that does nothing; the first rounds warm up, the median of the others counts.
 * Rounds are short and many, so that what else the machine does falls on both alike; each is told
 * on stderr, for the spread to be seen.
 */
final class PredictHttpRun {
  private static final int CONNECTIONS = 32;
  private static final int SECONDS = 1;
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 15;
  private static final int RECORDS = 1_000;
  private static final List<String> PATHS = List.of("/predict", "/empty");

  private PredictHttpRun() {}

  static List<Measurement> measure() throws Exception {
    SampleModels models = SampleModels.train();
    List<Map<String, JsonNode>> records = SampleModels.records(RECORDS, 5);
    InMemoryObjectStore store = new InMemoryObjectStore();
    try (SampleServer server = new SampleServer(store)) {
      server.start(new PublishedModels(store, Instant.now()).publish(models, records));
      List<Double> rates = load(server, records);
      return List.of(
          new Measurement(
              "predict-http",
              median(rates, 0),
              "requests/s",
              "empty handler in the same server",
              median(rates, 1)));
    }
  }

  /** Rates of all rounds, the paths in turn. */
  private static List<Double> load(SampleServer server, List<Map<String, JsonNode>> records)
      throws IOException, InterruptedException {
    Process generator =
        new ProcessBuilder(command(server)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader answers = generator.inputReader()) {
      try (Writer input = generator.outputWriter(StandardCharsets.UTF_8)) {
        for (Map<String, JsonNode> row : records) {
          input.append(Json.text(row)).append('\n');
        }
      }
      List<Double> rates = answers.lines().map(Double::valueOf).toList();
      tell(rates);
      if (generator.waitFor() != 0) {
        throw new IllegalStateException("the load generator failed; see above");
      }
      return rates;
    } finally {
      generator.destroyForcibly();
    }
  }

  private static List<String> command(SampleServer server) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LoadGenerator.class.getName(),
                server.uri().toString(),
                Integer.toString(CONNECTIONS),
                Integer.toString(SECONDS),
                Integer.toString(WARM_UP + ROUNDS)));
    command.addAll(PATHS);
    return command;
  }

  private static void tell(List<Double> rates) {
    for (int i = 0; i < rates.size(); i++) {
      String path = PATHS.get(i % PATHS.size());
      System.err.printf("round %d %s: %.0f requests/s%n", i / PATHS.size(), path, rates.get(i));
    }
  }

  /** Of one path's rounds after the warm-up. */
  private static double median(List<Double> rates, int path) {
    double[] sorted =
        IntStream.range(WARM_UP, WARM_UP + ROUNDS)
            .mapToDouble(round -> rates.get(round * PATHS.size() + path))
            .sorted()
            .toArray();
    return Math.rint(sorted[sorted.length / 2]);
  }
}
