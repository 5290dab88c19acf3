// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaptureTest {
  private final ScoredCars cars = new ScoredCars();

  private static ScoringSettings share(double share) {
    return ScoringSettings.DEFAULT.with(Json.object().put("captureShare", share));
  }

  private List<JsonNode> captured(ScoringRun run, ObjectVersion file) {
    run.score(file, true);
    ObjectKey key = Objects.requireNonNull(run.manifest(file).capture());
    return new String(run.read(key), UTF_8).lines().map(Json::strictTree).toList();
  }

  private static void assertCaptured(
      JsonNode record, Map<String, String> features, List<String> predictions) {
    JsonNode input = record.path("captureData").path("endpointInput");
    JsonNode output = record.path("captureData").path("batchTransformOutput");
    assertEquals("INPUT", input.path("mode").asString());
    assertEquals("OUTPUT", output.path("mode").asString());
    assertEquals("JSON", input.path("encoding").asString());
    assertEquals("application/json", output.path("observedContentType").asString());
    assertEquals(Json.toTree(features), Json.tree(input.path("data").asString()));
    JsonNode data = Json.tree(output.path("data").asString());
    List<String> names = List.of("prediction", "prediction_xgboost", "prediction_linear");
    assertEquals(
        predictions,
        names.stream().map(name -> Double.toString(data.path(name).asDouble())).toList());
    assertEquals(ScoredCars.VERSION, data.path("model_version").asString());
    assertEquals("0", record.path("eventVersion").asString());
    assertEquals(
        "2026-03-04T05:06:07Z", record.path("eventMetadata").path("inferenceTime").asString());
  }

  @Test
  void features_and_predictions_are_left_in_sagemakers_shape() {
    CarTable table = CarTable.random(21, 9);
    CarTable wide = table.columns("id", "fuel", "miles", "sold", "engine");
    ScoringRun run = cars.run("all", share(1), 100);
    ObjectVersion file = run.drop("a.csv", wide.csv());
    List<JsonNode> captured = captured(run, file);
    assertEquals(9, captured.size());
    for (int i = 0; i < captured.size(); i++) {
      assertCaptured(captured.get(i), table.car(i), cars.predictions(table.car(i)));
    }
    assertEquals(
        run.execution() + "/2",
        captured.getFirst().path("eventMetadata").path("eventId").asString());
  }

  @Test
  void of_json_the_visible_part_is_left() {
    ScoringRun run = cars.run("json", share(1).with(Json.tree("{\"inputFilter\": \"$.car\"}")));
    Map<String, String> car = Map.of("miles", "5", "fuel", "Diesel");
    ObjectVersion file =
        run.drop("a.jsonl", Json.text(Map.of("id", 1, "car", car)) + "\n{\"id\":2}\n");
    List<JsonNode> captured = captured(run, file);
    assertEquals(1, captured.size());
    assertCaptured(captured.getFirst(), car, cars.predictions(car));
  }

  @Test
  void an_array_is_left_as_features() {
    ScoringRun run = cars.run("array", share(1));
    List<JsonNode> captured = captured(run, run.drop("a.jsonl", "[1,\"Diesel\",null,null]"));
    String data =
        captured.getFirst().path("captureData").path("endpointInput").path("data").asString();
    assertEquals("{\"features\":[1,\"Diesel\",null,null]}", data);
  }

  @Test
  void about_the_wanted_share_is_left_and_always_the_same_rows() {
    String csv = "miles,fuel\n" + "1,Diesel\n".repeat(5_000);
    ScoringRun whole = cars.run("run", share(0.1));
    ObjectVersion file = whole.drop("a.csv", csv);
    List<JsonNode> captured = captured(whole, file);
    assertTrue(captured.size() > 400 && captured.size() < 600, "rows: " + captured.size());
    ScoringRun cut = cars.run("run", share(0.1), 5_000);
    assertEquals(captured, captured(cut, file));
  }

  @Test
  void nothing_is_left_where_nothing_is_wanted() {
    ScoringRun run = cars.run("none", share(0));
    ObjectVersion file = run.drop("a.csv", "miles,fuel\n1,Diesel\n");
    run.score(file);
    assertNull(run.manifest(file).capture());
    assertEquals(List.of(), cars.objects(Buckets.CAPTURE));
  }

  @Test
  void it_lies_in_the_hour_of_the_executions_start() {
    ScoringRun run = cars.run("key", share(1));
    run.score(run.drop("a.csv", "miles,fuel\n1,Diesel\n"));
    String path = cars.objects(Buckets.CAPTURE).getFirst();
    assertTrue(path.matches("cars/batch/2026/03/04/05/06-07-089-[0-9a-f-]{36}\\.jsonl"), path);
  }
}
