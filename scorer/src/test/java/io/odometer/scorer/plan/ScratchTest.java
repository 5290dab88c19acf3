// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  private static final Instant NOW = Instant.parse("2026-03-09T00:00:00Z");

  @TempDir private Path folder;

  private void aged(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }

  @Test
  void only_what_scorers_left_long_ago_is_removed() throws IOException {
    Path old = Files.createDirectory(folder.resolve("odometer-scorer-1"));
    Files.writeString(old.resolve("input.csv"), "x");
    aged(old, Duration.ofHours(25));
    aged(Files.createDirectory(folder.resolve("odometer-scorer-2")), Duration.ofHours(23));
    aged(Files.createFile(folder.resolve("libduckdb_java1.so")), Duration.ofDays(2));
    aged(Files.createFile(folder.resolve("somebody-elses")), Duration.ofDays(2));
    Scratch.removeOld(folder, NOW);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("odometer-scorer-2", "somebody-elses"),
          left.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
