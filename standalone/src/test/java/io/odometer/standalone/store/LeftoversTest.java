// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

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

class LeftoversTest {
  private static final Instant NOW = Instant.parse("2026-03-09T00:00:00Z");

  @TempDir private Path directory;

  private void put(String path, Duration age) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> !file.equals(directory) && !Files.isDirectory(file))
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void work_of_more_than_a_week_ago_is_removed_and_data_of_any_age_is_kept() throws IOException {
    put("work/e1/score/output", Duration.ofDays(8));
    put("work/e2/score/output", Duration.ofDays(6));
    put("scoring/cars/in/a.csv", Duration.ofDays(800));
    put("models/work/xgboost/v1/model.json", Duration.ofDays(800));
    new Leftovers(directory, NOW).remove();
    assertEquals(
        List.of(
            "models/work/xgboost/v1/model.json", "scoring/cars/in/a.csv", "work/e2/score/output"),
        files());
  }

  @Test
  void parts_of_uploads_that_were_never_completed_are_removed() throws IOException {
    put("scoring/.mpus-4711/part-1", Duration.ZERO);
    put("scoring/cars/out/a.csv.out", Duration.ZERO);
    new Leftovers(directory, NOW).remove();
    assertEquals(List.of("scoring/cars/out/a.csv.out"), files());
    assertEquals(false, Files.exists(directory.resolve("scoring/.mpus-4711")));
  }
}
