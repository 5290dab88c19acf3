// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.writer.LineDelimiter;
import io.odometer.core.json.Json;
import io.odometer.core.training.ObjectVersion;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Whatever the form, the predictions are the inference API's to the last bit. */
class PredictionsTest {
  private static final CarTable TABLE = CarTable.random(11, 60);
  private static final List<String> NEW =
      List.of("prediction", "prediction_xgboost", "prediction_linear", "model_version");

  private final ScoredCars cars = new ScoredCars();
  private final ScoringRun run = cars.run("predictions");

  @Test
  void a_table_with_a_header_gets_columns() {
    assertScored(TABLE, scored("a.csv", TABLE.csv().getBytes(UTF_8), UTF_8), ',', true);
  }

  @Test
  void a_table_without_a_header_is_read_by_position() {
    String body = TABLE.body(',', LineDelimiter.LF);
    assertScored(TABLE, scored("a.csv", body.getBytes(UTF_8), UTF_8), ',', false);
  }

  @Test
  void columns_come_in_any_order() {
    CarTable table = TABLE.columns("engine", "sold", "miles", "fuel");
    assertScored(table, scored("a.csv", table.csv().getBytes(UTF_8), UTF_8), ',', true);
  }

  @Test
  void columns_that_no_model_knows_are_kept_and_passed_over() {
    CarTable table = TABLE.columns("id", "engine", "sold", "miles", "fuel", "price");
    assertScored(table, scored("a.csv", table.csv().getBytes(UTF_8), UTF_8), ',', true);
  }

  @Test
  void columns_of_ours_may_be_few_among_many() {
    CarTable table = TABLE.columns("miles", "one", "two", "three", "four", "fuel", "five");
    assertScored(table, scored("a.csv", table.csv().getBytes(UTF_8), UTF_8), ',', true);
  }

  @Test
  void columns_that_are_absent_are_imputed() {
    CarTable table = TABLE.columns("id", "miles", "fuel");
    assertScored(table, scored("a.csv", table.csv().getBytes(UTF_8), UTF_8), ',', true);
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void cells_are_parted_by_whatever_parts_them(char delimiter) {
    byte[] csv = TABLE.csv(delimiter, LineDelimiter.CRLF).getBytes(UTF_8);
    assertScored(TABLE, scored("a.csv", csv, UTF_8), delimiter, true);
  }

  @Test
  void the_last_column_of_a_tsv_may_be_empty_everywhere() {
    CarTable table =
        new CarTable(
            List.of("miles", "fuel", "notes", ""),
            List.of(List.of("1", "Diesel", "x", ""), List.of("2", "Petrol", "y", "")));
    String tsv = "miles\tfuel\tnotes\t\n1\tDiesel\tx\t\n2\tPetrol\ty\t\n";
    assertScored(table, scored("a.tsv", tsv.getBytes(UTF_8), UTF_8), '\t', true);
  }

  @Test
  void latin_1_comes_back_as_latin_1() {
    CarTable table = withUmlauts();
    byte[] csv = table.csv().getBytes(ISO_8859_1);
    assertScored(table, scored("a.csv", csv, ISO_8859_1), ',', true);
  }

  @Test
  void utf_16_comes_back_as_utf_8() {
    CarTable table = withUmlauts();
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      byte[] csv = ("\ufeff" + table.csv()).getBytes(charset);
      assertScored(table, scored(charset + ".csv", csv, UTF_8), ',', true);
    }
  }

  private static CarTable withUmlauts() {
    List<List<String>> rows = new ArrayList<>(TABLE.rows());
    rows.set(3, List.of("5", "Größe ½", "", "998 CC"));
    return new CarTable(TABLE.header(), rows);
  }

  @Test
  void a_mark_before_the_text_is_no_part_of_it() {
    byte[] headed = ("\ufeff" + TABLE.csv()).getBytes(UTF_8);
    assertScored(TABLE, scored("a.csv", headed, UTF_8), ',', true);
    byte[] bare = ("\ufeff" + TABLE.body(',', LineDelimiter.LF)).getBytes(UTF_8);
    assertScored(TABLE, scored("b.csv", bare, UTF_8), ',', false);
  }

  @Test
  void gzip_is_unpacked_whatever_the_name() {
    byte[] csv = TABLE.csv().getBytes(UTF_8);
    byte[] packed = Gzip.of(csv);
    assertScored(TABLE, scored("a.csv.gz", packed, UTF_8), ',', true);
    assertScored(TABLE, scored("a.csv", packed, UTF_8), ',', true);
    assertScored(TABLE, scored("b.csv.gz", csv, UTF_8), ',', true);
  }

  @Test
  void gzip_of_several_members_is_read_to_its_end() {
    String csv = TABLE.csv();
    byte[] first = Gzip.of(csv.substring(0, 100).getBytes(UTF_8));
    byte[] second = Gzip.of(csv.substring(100).getBytes(UTF_8));
    assertScored(TABLE, scored("a.csv.gz", Gzip.joined(first, second), UTF_8), ',', true);
  }

  @Test
  void empty_lines_are_no_rows() {
    String csv = "\n\r\n" + TABLE.csv().replace("\nDiesel", "\nDiesel") + "\n\n\r\n";
    assertScored(TABLE, scored("a.csv", csv.getBytes(UTF_8), UTF_8), ',', true);
    assertEquals(60, run.manifest(run.drop("a.csv", csv)).counts().rowsIn());
  }

  private String scored(String name, byte[] content, Charset charset) {
    ObjectVersion file = run.drop(name, content);
    run.score(file, true);
    assertEquals("", run.rejects(file));
    return new String(
        run.read(io.odometer.core.scoring.ScoringObjects.output(ScoringRun.PROJECT, file.key())),
        charset);
  }

  private void assertScored(CarTable table, String output, char delimiter, boolean headed) {
    List<List<String>> rows = CarTable.parse(output, delimiter);
    int width = table.header().size();
    if (headed) {
      List<String> header = new ArrayList<>(table.header());
      header.addAll(NEW);
      assertEquals(header, rows.getFirst());
      rows = rows.subList(1, rows.size());
    }
    assertEquals(table.rows().size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(table.rows().get(i), rows.get(i).subList(0, width));
      List<String> made = new ArrayList<>(cars.predictions(table.car(i)));
      made.add(ScoredCars.VERSION);
      assertEquals(made, rows.get(i).subList(width, width + 4), "row " + i);
    }
  }

  @Test
  void json_objects_are_read_by_name() {
    assertJson("{\"id\":%d,\"miles\":\"%s\",\"fuel\":%s,\"sold\":\"%s\",\"engine\":\"%s\"}");
  }

  @Test
  void sagemaker_features_are_read_by_position() {
    assertJson("{\"id\":%d,\"features\":[\"%s\",%s,\"%s\",\"%s\"]}");
    assertJson("{\"id\":%d,\"data\":{\"features\":{\"values\":[\"%s\",%s,\"%s\",\"%s\"]}}}");
  }

  @Test
  void json_arrays_are_read_by_position() {
    List<String> lines = lines("[\"%2$s\",%3$s,\"%4$s\",\"%5$s\"]");
    List<JsonNode> output = scoredLines(String.join("\n", lines));
    for (int i = 0; i < output.size(); i++) {
      assertAnswer(i, output.get(i).path("SageMakerOutput"));
      assertEquals(Json.tree(lines.get(i)), output.get(i).path("SageMakerInput"));
    }
  }

  private void assertJson(String form) {
    List<String> lines = lines(form);
    List<JsonNode> output = scoredLines(String.join("\r\n", lines) + "\r\n");
    for (int i = 0; i < output.size(); i++) {
      assertAnswer(i, output.get(i).path("SageMakerOutput"));
      assertEquals(i, output.get(i).path("id").asInt());
    }
  }

  private static List<String> lines(String form) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < TABLE.rows().size(); i++) {
      List<String> row = TABLE.rows().get(i);
      lines.add(form.formatted(i, row.get(0), Json.text(row.get(1)), row.get(2), row.get(3)));
    }
    return lines;
  }

  private List<JsonNode> scoredLines(String text) {
    ObjectVersion file = run.drop("a.jsonl", text);
    run.score(file, true);
    assertEquals("", run.rejects(file));
    List<JsonNode> output = run.output(file).lines().map(Json::strictTree).toList();
    assertEquals(TABLE.rows().size(), output.size());
    return output;
  }

  private void assertAnswer(int row, JsonNode answer) {
    List<String> expected = cars.predictions(TABLE.car(row));
    List<String> found = new ArrayList<>();
    for (String name : List.of("score", "prediction_xgboost", "prediction_linear")) {
      found.add(Double.toString(answer.path(name).asDouble()));
    }
    assertEquals(expected, found);
    assertEquals(ScoredCars.VERSION, answer.path("model_version").asString());
  }

  @Test
  void json_numbers_are_those_of_the_same_digits_in_a_csv() {
    ArrayNode array = Json.mapper().createArrayNode().add(1250.5).add("Diesel").addNull().add(998);
    ObjectVersion file = run.drop("n.ndjson", array + "\n");
    run.score(file);
    Map<String, String> car = Map.of("miles", "1250.5", "fuel", "Diesel", "engine", "998");
    assertTrue(
        run.output(file).contains("\"score\":" + cars.predictions(car).getFirst()),
        run.output(file));
  }

  @Test
  void the_text_of_a_json_record_stays_as_it_is() {
    ObjectVersion file = run.drop("t.jsonl", "{\"n\": 1.50, \"miles\":7 } \n");
    run.score(file);
    assertTrue(
        run.output(file).startsWith("{\"n\": 1.50, \"miles\":7 ,\"SageMakerOutput\":{\"score\":"),
        run.output(file));
  }

  @Test
  void json_in_latin_1_comes_back_as_utf_8_whether_joined_or_made_anew() {
    String text = "{\"note\":\"Größe\",\"miles\":7}\n[7,\"Größe\",null,null]\n";
    ObjectVersion file = run.drop("l.jsonl", text.getBytes(ISO_8859_1));
    run.score(file);
    assertEquals(2, run.output(file).lines().filter(line -> line.contains("\"Größe\"")).count());
  }
}
