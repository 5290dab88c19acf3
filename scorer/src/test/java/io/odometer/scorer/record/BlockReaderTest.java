// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockReaderTest {
  /** A record's text without its line end. */
  private record Found(String text, boolean empty, long line) {}

  @Test
  void a_record_is_its_text_without_the_line_end() throws IOException {
    assertEquals(
        List.of(
            new Found("a,b", false, 1),
            new Found("", true, 2),
            new Found("\"c\nd\"", false, 3),
            new Found("e", false, 5),
            new Found("f", false, 6)),
        read("a,b\r\n\n\"c\nd\"\re\nf", 1 << 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a\r", "a\n\n\n", "\r\n"})
  void the_last_record_needs_no_line_end(String text) throws IOException {
    List<Found> whole = read(text, 1 << 10);
    for (int size = 1; size < 5; size++) {
      assertEquals(whole, read(text, size));
    }
  }

  @Test
  void blocks_of_any_size_hold_the_same_records() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append("ab,,\"\n\n\r\"".charAt(random.nextInt(9)));
      }
      List<Found> whole = read(text.toString(), 1 << 10);
      for (int size = 1; size < 20; size += 3) {
        assertEquals(whole, read(text.toString(), size), text.toString());
      }
    }
  }

  @Test
  void more_records_than_expected_fit_into_a_block() throws IOException {
    List<Found> found = read("\n".repeat(10_000), 1 << 14);
    assertEquals(10_000, found.size());
    assertEquals(10_000, found.getLast().line());
  }

  @Test
  void a_record_that_is_too_long_is_refused_by_its_line() {
    OdometerException refusal =
        assertThrows(
            OdometerException.class, () -> read("a\nb\n" + "c".repeat(5_000) + "\nd\n", 16));
    assertEquals(Errors.DATA_TOO_LARGE, refusal.error());
    assertTrue(refusal.reason().contains("line 3"), refusal.reason());
  }

  private static List<Found> read(String text, int size) throws IOException {
    BlockReader reader =
        new BlockReader(
            new ByteArrayInputStream(text.getBytes(US_ASCII)), RecordScanner.csv(','), size, 1000);
    List<Found> found = new ArrayList<>();
    for (Block block = reader.next(); block != null; block = reader.next()) {
      for (int i = 0; i < block.count(); i++) {
        int start = block.start(i);
        String record = new String(block.bytes(), start, block.textEnd(i) - start, US_ASCII);
        found.add(new Found(record, block.isEmpty(i), block.lines()[i]));
      }
    }
    return found;
  }
}
