// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files in the bucket come back scored; most tests share one trained project. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScoringTest {
  private static final int ROWS = 300;

  private Installation installation;
  private ScoringDesk desk;

  @BeforeAll
  void trainOnce(@TempDir Path folder) {
    installation = Installation.started(folder);
    installation.makeProject("cars", Tables.QUICK);
    installation.drop("cars", "one.csv", Tables.learnable(800, 1));
    assertSucceeded(installation.awaitEnd("cars", 1));
    installation.awaitPrediction("cars", Tables.ROW);
    desk = new ScoringDesk(installation, "cars");
  }

  @AfterAll
  void stop() {
    installation.close();
  }

  @Test
  void a_file_dropped_before_any_champion_waits_and_says_so_and_is_scored_after_the_training() {
    installation.makeProject("early", Tables.QUICK);
    ScoringDesk early = new ScoringDesk(installation, "early");
    early.drop("rows.csv", Tables.unlabelled(20, 2));
    JsonNode waiting = awaitExecution("early");
    assertEquals("RUNNING", waiting.path("status").asString());
    assertEquals("WaitForChampion", waiting.path("states").path(0).path("path").asString());
    awaitEvent("early", "scoring.waiting");
    installation.drop("early", "one.csv", Tables.learnable(400, 3));
    JsonNode end = installation.awaitEnd(waiting.path("id").asString());
    assertSucceeded(end);
    assertEquals(21, early.output("rows.csv").lines().count());
    assertEquals(2, installation.executions("early").size());
  }

  @Test
  void every_row_of_a_csv_is_predicted_to_the_last_bit_as_the_api_predicts_it() {
    String table = Tables.unlabelled(ROWS, 4);
    assertSucceeded(desk.end("rows.csv", bytes(table)));
    List<String> input = table.lines().toList();
    List<String> output = desk.output("rows.csv").lines().toList();
    assertEquals(
        input.getFirst() + ",prediction,prediction_linear,prediction_xgboost,model_version",
        output.getFirst());
    List<JsonNode> predictions = predictions(records(input));
    for (int i = 0; i < ROWS; i++) {
      String row = output.get(i + 1);
      String expected = input.get(i + 1) + "," + cells(predictions.get(i)) + ",";
      assertEquals(expected, row.substring(0, row.lastIndexOf(',') + 1));
    }
    JsonNode counts = desk.manifest("rows.csv").orElseThrow().path("counts");
    assertEquals(Json.tree("{\"rowsIn\":300,\"rowsOut\":300,\"rejects\":0}"), counts);
  }

  @Test
  void a_packed_file_comes_back_as_the_same_file_would_unpacked() {
    byte[] table = bytes(Tables.unlabelled(ROWS, 5));
    assertSucceeded(desk.end("plain.csv", table));
    assertSucceeded(desk.end("packed.csv.gz", packed(table)));
    assertEquals(desk.output("plain.csv"), desk.output("packed.csv.gz"));
  }

  @Test
  void every_line_of_json_is_predicted_to_the_last_bit_as_the_api_predicts_it() {
    List<ObjectNode> records = records(Tables.unlabelled(ROWS, 6).lines().toList());
    assertSucceeded(desk.end("rows.jsonl", bytes(lines(records))));
    List<String> output = desk.output("rows.jsonl").lines().toList();
    assertEquals(ROWS, output.size());
    List<JsonNode> predictions = predictions(records);
    for (int i = 0; i < ROWS; i++) {
      JsonNode line = Json.tree(output.get(i));
      double score = line.path("SageMakerOutput").path("score").asDouble();
      assertEquals(predictions.get(i).path("value").asDouble(), score, 0.0);
      assertEquals(records.get(i).path("used"), line.path("used"));
    }
  }

  @Test
  void a_row_that_cannot_be_scored_is_set_aside_with_its_line_and_reason() {
    String table = "kind,age,used\nlarge,3,100\nlarge,3\nsmall,old,7\nsmall,4,200\n";
    assertSucceeded(desk.end("unclean.csv", bytes(table)));
    assertEquals(3, desk.output("unclean.csv").lines().count());
    List<String> rejects = desk.rejects("unclean.csv").orElseThrow().lines().toList();
    assertEquals("line,reason,raw", rejects.get(0));
    assertTrue(rejects.get(1).startsWith("3,"), rejects.get(1));
    assertTrue(rejects.get(2).startsWith("4,age"), rejects.get(2));
    assertEquals(3, rejects.size());
  }

  @Test
  void bad_files_end_in_a_named_error_and_the_next_good_one_is_scored() {
    int number = 0;
    for (BadFile bad : badFiles()) {
      String name = "bad-%d%s".formatted(++number, bad.ending());
      JsonNode end = desk.end(name, bad.content());
      assertEquals("FAILED", end.path("status").asString(), bad.error());
      assertEquals(bad.error(), end.path("error").asString(), end.path("cause").asString());
      assertTrue(end.path("cause").asString().contains(name), end.path("cause").asString());
      assertEquals(Optional.empty(), desk.manifest(name));
    }
    desk.drop("job.csv.job.json", "{\"inputFiltr\": \"$\"}");
    JsonNode end = desk.end("job.csv", bytes(Tables.unlabelled(5, 7)));
    assertEquals("Job.Invalid", end.path("error").asString(), end.path("cause").asString());
    assertSucceeded(desk.end("good.csv", bytes(Tables.unlabelled(5, 8))));
  }

  /** A file, how its name ends, and the error that it ends in. */
  private record BadFile(String ending, byte[] content, String error) {}

  private static List<BadFile> badFiles() {
    byte[] packed = packed(bytes(Tables.unlabelled(500, 9)));
    return List.of(
        new BadFile(".csv", new byte[0], "Data.Empty"),
        new BadFile(".csv", bytes("kind,age,used\n"), "Data.Empty"),
        new BadFile(".csv", noise(), "Data.Malformed"),
        new BadFile(".csv", bytes("kind,age,used\n\"never closed,3,5\n"), "Data.Malformed"),
        new BadFile(".csv", bytes("colour,weight\nred,3\n"), "Schema.Mismatch"),
        new BadFile(".csv.gz", java.util.Arrays.copyOf(packed, 1000), "Data.Malformed"));
  }

  @Test
  void the_same_version_again_starts_nothing() {
    byte[] table = bytes(Tables.unlabelled(10, 10));
    JsonNode first = desk.end("same.csv", table);
    assertSucceeded(first);
    desk.drop("same.csv", table);
    assertSucceeded(desk.end("after-same.csv", bytes(Tables.unlabelled(10, 11))));
    assertEquals(first.path("id"), desk.end("same.csv").path("id"));
    assertEquals(1, executionsAbout("same.csv"));
  }

  @Test
  void a_file_is_scored_again_on_demand_to_the_same_bytes() {
    JsonNode first = desk.end("demand.csv", bytes(Tables.unlabelled(10, 12)));
    String output = desk.output("demand.csv");
    JsonNode second = desk.again("demand.csv");
    assertSucceeded(second);
    assertNotEquals(first.path("id"), second.path("id"));
    assertEquals(output, desk.output("demand.csv"));
    assertEquals(second.path("id"), desk.manifest("demand.csv").orElseThrow().path("execution"));
  }

  @Test
  void of_a_list_of_files_the_good_ones_are_scored_and_the_bad_one_is_named() {
    desk.shelve("shelf/one.csv", Tables.unlabelled(10, 13));
    desk.shelve("shelf/bad.csv", "colour,weight\nred,3\n");
    desk.shelve("shelf/two.csv", Tables.unlabelled(20, 14));
    String list =
        "[{\"prefix\": \"s3://scoring/cars/shelf/\"}, \"one.csv\", \"bad.csv\", \"two.csv\"]";
    JsonNode end = desk.end("many.manifest", bytes(list));
    assertEquals("Schema.Mismatch", end.path("error").asString());
    assertTrue(end.path("cause").asString().contains("1 of 3 files failed"), end.toString());
    assertTrue(end.path("cause").asString().contains("cars/shelf/bad.csv"), end.toString());
    assertEquals(11, desk.outputOf("shelf/one.csv").orElseThrow().lines().count());
    assertEquals(21, desk.outputOf("shelf/two.csv").orElseThrow().lines().count());
    assertEquals(Optional.empty(), desk.outputOf("shelf/bad.csv"));
  }

  private JsonNode awaitExecution(String project) {
    return installation.await(
        "an execution of " + project,
        () ->
            installation.executions(project).stream()
                .findFirst()
                .map(found -> installation.execution(found.path("id").asString())));
  }

  private void awaitEvent(String project, String type) {
    installation.await(
        type,
        () ->
            installation.events(project).stream()
                .filter(event -> event.path("type").asString().equals(type))
                .findFirst());
  }

  private long executionsAbout(String name) {
    return installation.executions("cars").stream()
        .map(found -> installation.execution(found.path("id").asString()))
        .filter(found -> found.at("/input/object/key/path").asString("").endsWith("/" + name))
        .count();
  }

  private List<JsonNode> predictions(List<ObjectNode> records) {
    var answer = installation.api("POST", "/endpoints/cars/predict", Json.text(records));
    assertEquals(200, answer.status(), answer.body().toString());
    return answer.body().path("predictions").valueStream().toList();
  }

  /** As Java writes them, which reads back as the same numbers. */
  private static String cells(JsonNode prediction) {
    JsonNode members = prediction.path("members");
    return "%s,%s,%s"
        .formatted(
            prediction.path("value").asDouble(),
            members.path("linear").path("value").asDouble(),
            members.path("xgboost").path("value").asDouble());
  }

  private static List<ObjectNode> records(List<String> csv) {
    String[] names = csv.getFirst().split(",", -1);
    List<ObjectNode> records = new ArrayList<>();
    for (String row : csv.subList(1, csv.size())) {
      String[] cells = row.split(",", -1);
      ObjectNode record = Json.object();
      for (int i = 0; i < names.length; i++) {
        record.put(names[i], cells[i]);
      }
      records.add(record);
    }
    return records;
  }

  private static String lines(List<ObjectNode> records) {
    var text = new StringBuilder();
    records.forEach(record -> text.append(Json.text(record)).append('\n'));
    return text.toString();
  }

  private static byte[] packed(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] noise() {
    byte[] noise = new byte[20_000];
    new Random(5).nextBytes(noise);
    return noise;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertSucceeded(JsonNode execution) {
    assertEquals(
        "SUCCEEDED",
        execution.path("status").asString(),
        execution.path("error").asString("") + ": " + execution.path("cause").asString(""));
  }
}
