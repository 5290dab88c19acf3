// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordScannerTest {
  /** A record's end, and the line where it began. */
  private record Found(int end, long line) {}

  /** The text's escapes are written with a slash: /n, /r. A bar shows where records end. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      textBlock =
          """
          ^a,b/n|c,d/n|^,                  ^1 2^
          ^a,b/r/n|c,d/r/n|^,              ^1 2^
          ^a,b/r|c,d/r|^,                  ^1 2^
          ^a/n|b/r|c/r/n|d/n|^,            ^1 2 3 4^
          ^a/r|/r/n|/n|/r/n|b^,            ^1 2 3 4 5^
          ^a/n|/n|/n|b/n|^,                ^1 2 3 4^
          ^"a/nb",c/n|d/n|^,               ^1 3^
          ^"a/r/nb/rc/n",d/r/n|e^,         ^1 5^
          ^"a""/n""b"/n|c^,                ^1 3^
          ^\"""/n"/n|c^,                    ^1 3^
          ^""/n|""/r|"",""/n|^,            ^1 2 3^
          ^a"b/n|c",d/n|^,                 ^1 2^
          ^a,"b"x"/n|c/n|^,                ^1 2^
          ^"a"x,"b/nc"/n|d^,               ^1 3^
          ^a, "b/n|c"/n|^,                 ^1 2^
          ^a;"b/n|c"/n|^,                  ^1 2^
          ^a^,                             ^1^
          ^a/n|b^,                         ^1 2^
          ^"a/nb^,                         ^1^
          """)
  void records_end_at_line_ends_outside_quotes(String text, String lines) {
    String marked = text.replace("/n", "\n").replace("/r", "\r");
    byte[] bytes = marked.replace("|", "").getBytes(US_ASCII);
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < marked.length(); i++) {
      if (marked.charAt(i) == '|') {
        ends.add(i - ends.size());
      }
    }
    if (ends.isEmpty() || ends.getLast() < bytes.length) {
      ends.add(bytes.length);
    }
    List<Found> found = scan(RecordScanner.csv(','), bytes, bytes.length);
    assertEquals(ends, found.stream().map(Found::end).toList());
    assertEquals(
        Arrays.stream(lines.split(" ")).map(Long::valueOf).toList(),
        found.stream().map(Found::line).toList());
  }

  @Test
  void quotes_mean_nothing_where_a_record_is_a_line() {
    byte[] text = "{\"a\n\"b\"\r\n".getBytes(US_ASCII);
    assertEquals(
        List.of(new Found(4, 1), new Found(9, 2)), scan(RecordScanner.lines(), text, text.length));
  }

  @Test
  void lines_go_on_from_where_the_range_begins() {
    byte[] text = "a\n\"b\nc\"\nd\n".getBytes(US_ASCII);
    List<Found> found = scan(RecordScanner.csv(',').startingAt(7), text, text.length);
    assertEquals(List.of(7L, 8L, 10L), found.stream().map(Found::line).toList());
  }

  @Test
  void an_open_quote_is_seen() {
    RecordScanner scanner = RecordScanner.csv(',');
    byte[] text = "a,\"b".getBytes(US_ASCII);
    scanner.next(text, 0, text.length);
    assertTrue(scanner.isQuoted());
    scanner.next("\"".getBytes(US_ASCII), 0, 1);
    assertFalse(scanner.isQuoted());
  }

  @Test
  void chunks_of_any_size_give_the_same_records() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      byte[] text = random(random, "aa,,\"\"\n\r;", 30);
      List<Found> whole = scan(RecordScanner.csv(','), text, text.length);
      for (int size = 1; size <= 4; size++) {
        assertEquals(
            whole, scan(RecordScanner.csv(','), text, size), () -> new String(text, US_ASCII));
      }
      assertEquals(whole, scanned(RecordScanner.csv(','), text, random));
    }
  }

  @Test
  void well_formed_csv_has_the_records_and_lines_of_fast_csv() throws IOException {
    Random random = new Random(2);
    for (int round = 0; round < 5_000; round++) {
      String csv = wellFormed(random);
      byte[] text = csv.getBytes(US_ASCII);
      List<Long> lines = new ArrayList<>();
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .skipEmptyLines(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(csv)) {
        reader.forEach(record -> lines.add(record.getStartingLineNumber()));
      }
      List<Found> found = scan(RecordScanner.csv(','), text, 1 + random.nextInt(9));
      assertEquals(lines, found.stream().map(Found::line).toList(), csv);
    }
  }

  private static String wellFormed(Random random) {
    List<String> cells =
        List.of(
            "", "a", "b\"c", "\"\"", "\"x,y\"", "\"a\nb\"", "\"\r\n\"", "\"\"\"q\"\"\"", "\"\r\"");
    List<String> ends = List.of("\n", "\r\n", "\r");
    StringBuilder csv = new StringBuilder();
    for (int record = random.nextInt(6); record >= 0; record--) {
      for (int cell = random.nextInt(3); cell > 0; cell--) {
        csv.append(cells.get(random.nextInt(cells.size()))).append(',');
      }
      csv.append(cells.get(random.nextInt(cells.size())));
      csv.append(ends.get(random.nextInt(ends.size())));
    }
    return csv.toString();
  }

  private static byte[] random(Random random, String alphabet, int most) {
    byte[] text = new byte[random.nextInt(most)];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
    }
    return text;
  }

  private static List<Found> scan(RecordScanner scanner, byte[] text, int size) {
    List<Integer> borders = new ArrayList<>();
    for (int border = size; border < text.length; border += size) {
      borders.add(border);
    }
    return scan(scanner, text, borders);
  }

  /** Chunks of random sizes, none among them. */
  private static List<Found> scanned(RecordScanner scanner, byte[] text, Random random) {
    List<Integer> borders = random.ints(5, 0, text.length + 1).sorted().boxed().toList();
    return scan(scanner, text, borders);
  }

  private static List<Found> scan(RecordScanner scanner, byte[] text, List<Integer> borders) {
    List<Integer> bounds = new ArrayList<>(borders);
    bounds.add(text.length);
    List<Found> found = new ArrayList<>();
    int from = 0;
    for (int to : bounds) {
      byte[] chunk = Arrays.copyOfRange(text, from, to);
      int begin = 0;
      for (int end = scanner.next(chunk, 0, chunk.length); end >= 0; ) {
        found.add(new Found(from + end, scanner.lastLine()));
        begin = end;
        end = scanner.next(chunk, begin, chunk.length);
      }
      from = to;
    }
    if (found.isEmpty() ? text.length > 0 : found.getLast().end() < text.length) {
      scanner.finish();
      found.add(new Found(text.length, scanner.lastLine()));
    }
    return found;
  }
}
