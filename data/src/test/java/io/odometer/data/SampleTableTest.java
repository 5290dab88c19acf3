// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample that is shipped is what its description makes, and as dirty as it is meant to be. */
final class SampleTableTest {
  private static final Path SPEC = Path.of("used-cars.spec.json");
  private static final Path TABLE = Path.of("used-cars.csv");

  @Test
  void rows_to_score_are_the_first_ones_without_the_column_to_predict() {
    List<String> lines =
        new String(Sample.shipped().unlabelled(2), StandardCharsets.UTF_8).lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).startsWith("listing,make,"), lines.get(0));
    assertTrue(lines.get(0).endsWith(",colour"), lines.get(0));
    assertTrue(lines.get(2).contains("\"20,965\""), lines.get(2));
  }

  @Test
  void making_it_again_gives_the_same_bytes() throws IOException {
    assertEquals(Files.readString(TABLE), made());
  }

  @Test
  void it_has_duplicates_and_dirt() throws IOException {
    List<String> lines = Files.readAllLines(TABLE);
    assertTrue(lines.size() > 4000 && lines.size() < 5000, "lines: " + lines.size());
    assertTrue(new HashSet<>(lines).size() < lines.size());
    for (String dirt : List.of("\"£", " miles", " mpg", "N/A", ",,", "9999999", "£1,234,567")) {
      assertTrue(lines.stream().anyMatch(line -> line.contains(dirt)), "no " + dirt);
    }
  }

  private static String made() throws IOException {
    var out = new StringWriter();
    new TableGenerator(Json.read(Files.readString(SPEC), TableSpec.class)).write(out);
    return out.toString();
  }
}
