// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.parquet;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetFilesTest {
  private static final String NAME = "scoring/cars/in/cars.parquet";

  private final Duck duck = new Duck();
  private final Path folder;
  private final Path parquet;
  private final Path csv;
  private final Path back;
  private final ParquetFiles files;

  ParquetFilesTest(@TempDir Path folder) throws SQLException {
    this.folder = folder;
    parquet = folder.resolve("cars.parquet");
    csv = folder.resolve("cars.csv");
    back = folder.resolve("back.parquet");
    files = new ParquetFiles(folder, ParquetFiles.USUAL_MEMORY);
  }

  @AfterEach
  void close() throws SQLException {
    duck.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "BOOLEAN                  | true;false",
        "TINYINT                  | -128;127",
        "SMALLINT                 | -32768;32767",
        "INTEGER                  | -2147483648;2147483647",
        "BIGINT                   | -9223372036854775808;9223372036854775807",
        "UTINYINT                 | 0;255",
        "UBIGINT                  | 0;18446744073709551615",
        "DECIMAL(4,3)             | -0.001;1.500",
        "DECIMAL(38,3)            | 12345678901234567890123456789012345.678",
        "FLOAT                    | 0.1;-0.0;nan;inf;-inf;1.1754944e-38;16777216.0",
        "DOUBLE                   | 0.1;-0.0;nan;inf;-inf;5e-324;1.7976931348623157e+308;"
            + "123456789.12345679;0.30000000000000004",
        "DATE                     | 2024-02-29;0044-03-15 (BC);infinity",
        "TIME                     | 12:34:56.789;00:00:00",
        "TIME WITH TIME ZONE      | 12:34:56+00",
        "TIMESTAMP                | 2024-02-29 12:34:56.789012;1677-01-01 00:00:00",
        "TIMESTAMP_NS             | 2024-02-29 12:34:56.789012345",
        "TIMESTAMP WITH TIME ZONE | 2024-02-29 10:34:56.000001+00;0001-01-01 00:00:00+00",
        "INTERVAL                 | 3 months 2 days 00:00:01",
        "UUID                     | fc74d3b7-f549-4411-b1a1-91f94587a9e1",
        "JSON                     | {}",
        "BLOB                     | \\xAA\\x00\\x5Cab\\x0A;ab"
      })
  void values_of_each_type_come_back_equal(String type, String values) throws Exception {
    List<String> texts = Arrays.asList(values.split(";", -1));
    duck.write(
        "SELECT v::%s AS v, i FROM (VALUES %s, (NULL, -1)) r(v, i)"
            .formatted(type, numbered(texts)),
        parquet);

    Columns columns = files.toCsv(parquet, csv, NAME);

    assertEquals(new Columns.Column("v", type), columns.columns().getFirst());
    String lines =
        texts.stream().map(text -> text + "," + texts.indexOf(text)).collect(joining("\n"));
    assertEquals("v,i\n" + lines + "\n,-1\n", Files.readString(csv));
    assertComesBack(columns);
  }

  @Test
  void texts_keep_every_character_and_an_empty_one_is_not_a_missing_one() throws Exception {
    duck.write(
        """
        SELECT * FROM (VALUES ('a,b', 1), ('', 2), (NULL, 3), ('NULL', 4), ('"', 5),
          ('two' || chr(10) || 'lines', 6), ('cr' || chr(13), 7), ('a' || chr(0), 8), (' x ', 9),
          ('#', 10), ('\\', 11), ('\\"', 12), ('Größe 日本 🙂', 13), (chr(65279), 14)) r(t, i)
        """,
        parquet);

    Columns columns = files.toCsv(parquet, csv, NAME);

    String text = Files.readString(csv);
    assertTrue(text.startsWith("t,i\n\"a,b\",1\n\"\",2\n,3\nNULL,4\n\"\"\"\",5\n"), text);
    assertComesBack(columns);
  }

  @Test
  void a_single_column_keeps_its_missing_values() throws Exception {
    duck.write("SELECT * FROM (VALUES ('a'), (NULL), (''), (NULL)) r(t)", parquet);

    Columns columns = files.toCsv(parquet, csv, NAME);

    assertEquals("t\na\n\n\"\"\n\n", Files.readString(csv));
    assertComesBack(columns);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "([1, 2, NULL]), ([]), (NULL)",
        "(['a,b', 'NULL', NULL, '', 'q\"u''o', '[x]', ' sp ', 'back\\slash']), ([])",
        "({'x': 1, 'y z': 'te,x''t'}), ({'x': NULL, 'y z': ''}), (NULL)",
        "(MAP {'k': 1, 'l,m': 2}), (MAP {}), (NULL)",
        "([{'x': '\\xAA\\x00'::BLOB, 'y': [1.5, NULL]}]), ([]), (NULL)"
      })
  void nested_values_come_back_equal(String values) throws Exception {
    duck.write("SELECT * FROM (VALUES " + values + ") r(v)", parquet);

    assertComesBack(files.toCsv(parquet, csv, NAME));
  }

  @Test
  void no_rows_give_a_header_alone() throws Exception {
    duck.write("SELECT 1 AS \"a,b\", 'x' AS \"it's\" WHERE false", parquet);

    Columns columns = files.toCsv(parquet, csv, NAME);

    assertEquals("\"a,b\",it's\n", Files.readString(csv));
    assertComesBack(columns);
  }

  @Test
  void further_columns_are_numbers_or_text() throws Exception {
    duck.write("SELECT 7::SMALLINT AS id, 'x' AS t", parquet);
    Columns columns = files.toCsv(parquet, csv, NAME);
    Files.writeString(csv, "id,t,prediction,model_version\n7,x,15900.5,\"a,1\"\n8,,,\"\"\n");

    Columns scored =
        new Columns(
            List.of(
                columns.columns().get(0),
                columns.columns().get(1),
                new Columns.Column("prediction", Columns.NUMBER),
                new Columns.Column("model_version", Columns.TEXT)));
    files.toParquet(csv, scored, back, NAME);

    assertEquals(
        List.of("id|SMALLINT", "t|VARCHAR", "prediction|DOUBLE", "model_version|VARCHAR"),
        duck.rows("SELECT column_name, column_type FROM (DESCRIBE FROM '%s')".formatted(back)));
    assertEquals(
        List.of("7|x|15900.5|a,1", "8|null|null|"), duck.rows("FROM '%s'".formatted(back)));
  }

  @Test
  void columns_keep_their_order_in_json() {
    Columns columns =
        new Columns(
            List.of(
                new Columns.Column("b", Columns.TEXT), new Columns.Column("a", Columns.NUMBER)));

    assertEquals(columns, Json.read(Json.bytes(columns), Columns.class));
  }

  @Test
  void rows_keep_their_order() throws Exception {
    duck.write("SELECT i, hash(i)::VARCHAR AS t FROM range(300000) r(i)", parquet);

    Columns columns = files.toCsv(parquet, csv, NAME);

    try (Stream<String> lines = Files.lines(csv)) {
      List<String> ids = lines.skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
      assertEquals(IntStream.range(0, 300_000).mapToObj(String::valueOf).toList(), ids);
    }
    assertComesBack(columns);
  }

  @Test
  void a_million_rows_fit_in_little_memory(@TempDir Path scratch) throws Exception {
    duck.run(
        """
        COPY (SELECT i, i / 3 AS d, repeat(hash(i %% 50)::VARCHAR, 12) AS t FROM range(1000000) r(i))
        TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 1000000)
        """
            .formatted(parquet));
    int memory = 48 << 20;
    ParquetFiles small = new ParquetFiles(scratch, memory);

    Columns columns = small.toCsv(parquet, csv, NAME);
    small.toParquet(csv, columns, back, NAME);

    assertTrue(Files.size(csv) > 4L * memory, "one row group is larger than the memory");
    assertEquals(checksum(parquet), checksum(back));
    try (Stream<Path> left = Files.list(scratch)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's [1] of {uuid}.csv", "a*b?.gz", "k=v %20;--", "größe\\n.zst"})
  void a_path_may_have_any_characters(String name, @TempDir Path folder) throws Exception {
    Path odd = Files.createDirectory(folder.resolve(name)).resolve(name);
    duck.write("SELECT 1 AS a, 'x' AS t", parquet);
    Files.copy(parquet, odd);
    Path oddCsv = odd.resolveSibling("csv-" + name);
    Path oddBack = odd.resolveSibling("back-" + name);

    Columns columns = files.toCsv(odd, oddCsv, NAME);
    files.toParquet(oddCsv, columns, oddBack, NAME);

    assertEquals("a,t\n1,x\n", Files.readString(oddCsv));
    Files.copy(oddBack, back);
    assertEquals(List.of("1|x"), duck.rows("FROM '%s'".formatted(back)));
  }

  @Test
  void what_is_not_parquet_is_named() throws IOException {
    Files.writeString(parquet, "a,b\n1,2\n3,4\n5,6\n");
    assertMalformed("No magic bytes");

    Files.write(parquet, new byte[0]);
    assertMalformed("too small");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.5, 0.99})
  void a_file_that_was_cut_off_is_named(double share) throws Exception {
    duck.write("SELECT i FROM range(100000) r(i)", parquet);
    byte[] whole = Files.readAllBytes(parquet);
    Files.write(parquet, Arrays.copyOf(whole, (int) (share * whole.length)));

    assertMalformed("");
  }

  @Test
  void an_encrypted_file_is_named() throws Exception {
    duck.run("SET force_mbedtls_unsafe = true");
    duck.run("PRAGMA add_parquet_key('key', '0123456789112345')");
    duck.run(
        "COPY (SELECT 1 AS a) TO '%s' (FORMAT parquet, ENCRYPTION_CONFIG {footer_key: 'key'})"
            .formatted(parquet));

    assertMalformed("encrypted");
  }

  @Test
  void a_cell_that_is_not_of_its_columns_type_is_named() throws IOException {
    Files.writeString(csv, "a\n1\nx\n");
    Columns columns = new Columns(List.of(new Columns.Column("a", "INTEGER")));

    OdometerException refusal =
        assertThrows(
            OdometerException.class, () -> files.toParquet(csv, columns, back, "cars.csv"));

    assertEquals(Errors.DATA_MALFORMED, refusal.error());
    assertTrue(refusal.reason().contains("Line: 3"), refusal.reason());
    assertTrue(refusal.reason().contains("Could not convert string"), refusal.reason());
  }

  @Test
  void a_file_that_takes_too_much_memory_is_named() throws Exception {
    String columns =
        IntStream.range(0, 300)
            .mapToObj(i -> "hash(i + " + i + ") AS c" + i)
            .collect(joining(", "));
    duck.write("SELECT " + columns + " FROM range(20000) r(i)", parquet);

    OdometerException refusal =
        assertThrows(
            OdometerException.class,
            () -> new ParquetFiles(folder, 16 << 20).toCsv(parquet, csv, NAME));

    assertEquals(Errors.DATA_TOO_LARGE, refusal.error());
    assertTrue(refusal.reason().startsWith(NAME), refusal.reason());
    assertFalse(Files.exists(csv));
  }

  @Test
  void a_fault_of_the_machine_is_not_blamed_on_the_file() throws Exception {
    duck.write("SELECT 1 AS a", parquet);

    assertThrows(
        UncheckedIOException.class,
        () -> files.toCsv(parquet, folder.resolve("absent/cars.csv"), NAME));
  }

  private void assertMalformed(String reason) {
    OdometerException refusal =
        assertThrows(OdometerException.class, () -> files.toCsv(parquet, csv, NAME));
    assertEquals(Errors.DATA_MALFORMED, refusal.error());
    assertTrue(refusal.reason().startsWith(NAME), refusal.reason());
    assertTrue(refusal.reason().contains(reason), refusal.reason());
    assertFalse(refusal.reason().contains(parquet.toString()), refusal.reason());
    assertFalse(Files.exists(csv));
  }

  /** Same columns, same types, same rows in the same order. */
  private void assertComesBack(Columns columns) throws SQLException {
    files.toParquet(csv, columns, back, NAME);

    String described = "SELECT column_name, column_type FROM (DESCRIBE FROM '%s')";
    assertEquals(duck.rows(described.formatted(parquet)), duck.rows(described.formatted(back)));
    assertEquals(checksum(parquet), checksum(back));
  }

  /** Of all rows with their places; NULL and an empty text differ, and so do 0.0 and -0.0. */
  private String checksum(Path file) throws SQLException {
    return duck.one(
        """
        SELECT count(*) || ' rows, ' || sum(hash(file_row_number, r::VARCHAR))
        FROM (SELECT * FROM read_parquet('%s', file_row_number = true)) r
        """
            .formatted(file));
  }

  private static String numbered(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> "('%s', %d)".formatted(texts.get(i), i))
        .collect(joining(", "));
  }
}
