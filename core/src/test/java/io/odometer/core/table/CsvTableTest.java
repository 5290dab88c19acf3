// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  @Test
  void mark_padding_quoted_line_ends_and_a_missing_last_line_end_are_understood() {
    CsvTable table = open("\ufeff\" a \", b ,c\r\n1,\"two\nlines\",3\r\n4,5,6");
    assertEquals(List.of("a", "b", "c"), table.header());
    assertArrayEquals(new String[] {"1", "two\nlines", "3"}, table.next());
    assertArrayEquals(new String[] {"4", "5", "6"}, table.next());
    assertEquals(null, table.next());
  }

  @Test
  void short_rows_are_filled_up_and_extra_cells_counted() {
    CsvTable table = open("a,b,c\n1,2\n1,2,3,4,5\n\n");
    assertArrayEquals(new String[] {"1", "2", ""}, table.next());
    assertArrayEquals(new String[] {"1", "2", "3"}, table.next());
    assertEquals(2, table.extraCells());
    assertEquals(1, table.shortRows());
    String[] blank = table.next();
    assertTrue(blank != null && CsvTable.isBlank(blank));
  }

  @Test
  void a_quote_never_closed_is_named_with_its_line() {
    CsvTable table = open("a,b\n1,2\n3,\"4\n5,6\n");
    table.next();
    OdometerException failure = assertThrows(OdometerException.class, table::next);
    assertEquals(Errors.DATA_MALFORMED, failure.error());
    assertTrue(failure.reason().contains("line 3"), failure.reason());
  }

  @Test
  void a_quote_that_swallows_a_large_file_is_named_with_its_line() {
    CsvTable table = open("a,b\n1,\"" + "x,y\n".repeat(500_000));
    OdometerException failure = assertThrows(OdometerException.class, table::next);
    assertEquals(Errors.DATA_MALFORMED, failure.error());
    assertTrue(failure.reason().contains("line 2"), failure.reason());
  }

  @Test
  void headers_that_cannot_be_used_are_refused() {
    assertEquals(Errors.DATA_EMPTY, failure(""));
    assertEquals(Errors.DATA_EMPTY, failure("\n\n"));
    assertEquals(Errors.SCHEMA_HEADER, failure("a, a\n1,2\n"));
    assertEquals(Errors.SCHEMA_TOO_MANY_COLUMNS, failure("c" + columns(10_000) + "\n"));
    assertEquals(List.of("a", "column 2"), open("a,\n1,2\n").header());
  }

  @Test
  void a_row_beyond_the_limit_is_refused() {
    CsvTable table = open("a,b\n" + ("x".repeat(300_000) + ",").repeat(5) + "\n");
    OdometerException failure = assertThrows(OdometerException.class, table::next);
    assertEquals(Errors.DATA_TOO_LARGE, failure.error());
  }

  @Test
  void encodings_and_delimiters_are_found() {
    assertEquals(
        StandardCharsets.UTF_8,
        sniff("prix;modèle\n1,5;é\n".getBytes(StandardCharsets.UTF_8)).charset());
    assertEquals(
        "windows-1252", sniff("größe\n1\n".getBytes(StandardCharsets.ISO_8859_1)).charset().name());
    assertEquals(';', sniff(bytes("a;b;c\n1,5;2,5;3\n2,5;1;2\n")).delimiter());
    assertEquals('\t', sniff(bytes("a\tb\n1,000\t2\n")).delimiter());
    assertEquals('|', sniff(bytes("a|b\n1|\"x,y\"\n")).delimiter());
    assertEquals(',', sniff(bytes("a\n1\n")).delimiter());
    CsvTable utf16 =
        CsvTable.open(
            new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)),
            sniff("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)),
            CsvLimits.DEFAULT,
            "test");
    assertEquals(List.of("a", "b"), utf16.header());
  }

  @Test
  void binary_content_is_told_from_text() {
    TextSniffer zip = new TextSniffer();
    zip.update(new byte[] {'P', 'K', 3, 4, 0, 0}, 6);
    assertTrue(zip.binary().isPresent());
    TextSniffer zeros = new TextSniffer();
    zeros.update(new byte[] {'a', 0, 'b'}, 3);
    assertTrue(zeros.binary().orElseThrow().contains("zero bytes"));
    TextSniffer text = new TextSniffer();
    text.update(bytes("a,b\r\n1,2\r\n"), 10);
    assertTrue(text.binary().isEmpty());
  }

  private static String columns(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(Integer.toString(i));
    }
    return String.join(",c", names);
  }

  private static TextForm sniff(byte[] bytes) {
    TextSniffer sniffer = new TextSniffer();
    sniffer.update(bytes, bytes.length);
    return sniffer.form();
  }

  private static io.odometer.core.error.ErrorName failure(String csv) {
    return assertThrows(OdometerException.class, () -> open(csv)).error();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static CsvTable open(String csv) {
    return CsvTable.open(
        new ByteArrayInputStream(bytes(csv)), TextForm.PLAIN, CsvLimits.DEFAULT, "test");
  }
}
