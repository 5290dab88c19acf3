// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.data.Sample;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table that is trained on, and a file of as many rows as wanted made of it: the same rows
 * again and again, without the target. Cells are not quoted.
 */
record ScoringTable(byte[] training, String target) {
  /** The table that {@code ODOMETER_BENCHMARK_TABLE} names, whose target is {@code price}. */
  static ScoringTable chosen() throws IOException {
    String named = System.getenv().getOrDefault("ODOMETER_BENCHMARK_TABLE", "");
    byte[] bytes =
        named.isBlank() ? Sample.shipped().content() : Files.readAllBytes(Path.of(named));
    return new ScoringTable(bytes, "price");
  }

  void write(long rows, Path file) throws IOException {
    List<byte[]> lines = lines();
    try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      output.write(lines.getFirst());
      for (long row = 0; row < rows; row++) {
        output.write(lines.get(1 + (int) (row % (lines.size() - 1))));
      }
    }
  }

  private List<byte[]> lines() {
    List<String> text =
        new String(training, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    List<String> header = Arrays.asList(text.getFirst().split(",", -1));
    int out = header.indexOf(target);
    return text.stream()
        .map(line -> without(line, out, header.size()))
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static String without(String line, int out, int width) {
    String[] cells = line.split(",", -1);
    if (cells.length != width || line.indexOf('"') >= 0) {
      throw new IllegalArgumentException("cells that are quoted are not understood here: " + line);
    }
    return IntStream.range(0, width)
        .filter(column -> column != out)
        .mapToObj(column -> cells[column])
        .collect(Collectors.joining(",", "", "\n"));
  }
}
