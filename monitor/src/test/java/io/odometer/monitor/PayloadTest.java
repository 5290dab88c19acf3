// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.monitoring.CaptureFacts;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.monitor.payload.PayloadReader;
import io.odometer.monitor.payload.PayloadRow;
import io.odometer.monitor.payload.Taken;
import io.odometer.testmodels.CarVersions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was captured becomes rows, whatever form it came in. */
class PayloadTest {
  private static final List<List<Double>> TWO_ROWS =
      List.of(Arrays.asList(10.0, 9.0, 11.0), Arrays.asList(20.0, null, 21.0));

  private final CapturedCars cars = new CapturedCars();

  private static List<String> features(PayloadRow row, int count) {
    return IntStream.range(0, count).mapToObj(row::feature).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json       | [{\"miles\": 7, \"fuel\": \"Diesel\"}, [\"8.5\", \"Petrol\", \"2020-03-04\","
            + " \"998 CC\"]]",
        "json-lines | {\"miles\": 7, \"fuel\": \"Diesel\"}\\n"
            + "{\"features\": [8.5, \"Petrol\", \"2020-03-04\", \"998 CC\"]}",
        "named-csv  | fuel,miles,sold,engine\\nDiesel,7,,\\nPetrol,8.5,2020-03-04,998 CC",
        "positional-csv | 7,Diesel,,\\n8.5,Petrol,2020-03-04,998 CC"
      })
  void every_form_gives_the_same_rows(String form, String body) {
    cars.capture("a", cars.request("r1", form, body.replace("\\n", "\n"), TWO_ROWS));
    Consolidated consolidated = cars.run(form).consolidate();
    List<PayloadRow> rows = cars.rows(consolidated);
    assertEquals(List.of("r1/0", "r1/1"), cars.ids(consolidated));
    assertEquals(List.of("7", "Diesel", "", ""), features(rows.get(0), 4));
    assertEquals(List.of("8.5", "Petrol", "2020-03-04", "998 CC"), features(rows.get(1), 4));
    assertEquals(10, rows.get(0).prediction());
    assertEquals(9, rows.get(0).prediction(0));
    assertTrue(Double.isNaN(rows.get(1).prediction(0)));
    assertEquals(21, rows.get(1).prediction(1));
    assertEquals(new ModelVersion("v1"), rows.get(0).version(1));
    assertEquals(2, consolidated.rows());
    assertEquals(CapturedCars.START, consolidated.from());
  }

  @Test
  void rows_of_failed_requests_have_no_prediction() {
    CaptureFacts refused = new CaptureFacts(422, "json", 1, cars.members, List.of());
    cars.capture(
        "a",
        cars.line("bad", "[{\"miles\": \"many\"}, {\"miles\": 3}]", refused),
        cars.line("worse", "{", refused),
        cars.request("good", 1, 2));
    Consolidated consolidated = cars.run("failed").consolidate();
    List<PayloadRow> rows = cars.rows(consolidated);
    assertEquals("many", rows.getFirst().feature(0));
    assertEquals(422, rows.getFirst().status());
    assertNull(rows.getFirst().version(0));
    assertTrue(Double.isNaN(rows.getFirst().prediction()));
    assertEquals(3, rows.size());
    assertEquals(1, consolidated.rows());
    assertEquals(3, consolidated.requests());
    assertEquals(2, consolidated.failed());
    assertEquals(1, consolidated.unreadable());
    try (PayloadReader predictions =
        new PayloadReader(
            cars.store, Objects.requireNonNull(cars.taken(consolidated).predictions()))) {
      assertEquals("good", Objects.requireNonNull(predictions.next()).id());
      assertNull(predictions.next());
    }
  }

  @Test
  void a_malformed_line_costs_itself() {
    ModelId gone =
        new ModelId(
            CapturedCars.PROJECT, cars.members.getFirst().algorithm(), new ModelVersion("gone"));
    cars.capture(
        "a",
        "no json",
        "",
        "{}",
        cars.line(
            "g", "{}", new CaptureFacts(200, "json", 1, List.of(gone), List.of(List.of(1.0)))),
        cars.request("good", 1, 2));
    Consolidated consolidated = cars.run("malformed").consolidate();
    assertEquals(List.of("good"), cars.ids(consolidated));
    Taken taken = cars.taken(consolidated);
    assertEquals(3, consolidated.unreadable());
    assertEquals(1, taken.unreadable().get("a version is gone"));
    assertTrue(taken.places().getFirst().contains("a.jsonl line 1"), taken.places().toString());
  }

  @Test
  void columns_that_no_model_knows_are_counted_and_those_left_out_of_training_are_not() {
    cars.capture(
        "a",
        cars.request(
            "r",
            "json",
            "{\"miles\": 1, \"colour\": \"red\", \"code\": \"c\", \"price\": 3}",
            List.of(Arrays.asList(1.0, 1.0, 1.0))));
    Taken taken = cars.taken(cars.run("extra").consolidate());
    assertEquals(Map.of("colour", 1L), taken.extraColumns());
    assertEquals(1, taken.named().get("miles"));
    assertEquals(0, taken.named().get("fuel"));
  }

  @Test
  void rows_of_an_older_version_with_other_columns_are_in_the_same_table() {
    String old = cars.request("old", 5, 10);
    CarVersions renamed = new CarVersions(cars.store, "mileage");
    cars.endpoint =
        CapturedCars.endpoint(
            List.of(renamed.linear("cars", "v2", 1), renamed.forest("cars", "v2", 2)));
    String body = "{\"mileage\": 6, \"fuel\": \"Petrol\"}";
    String fresh = cars.request("new", "json", body, List.of(Arrays.asList(20.0, 19.0, 21.0)));
    cars.capture("a", old, fresh);
    Consolidated consolidated = cars.run("renamed").consolidate();
    List<PayloadRow> rows = cars.rows(consolidated);
    assertEquals(List.of("", "Diesel"), features(rows.get(0), 2));
    assertEquals(List.of("6", "Petrol"), features(rows.get(1), 2));
    assertEquals(new ModelVersion("v1"), rows.get(0).version(0));
    assertEquals(new ModelVersion("v2"), rows.get(1).version(0));
    assertEquals(Map.of("miles", 1L), cars.taken(consolidated).retiredColumns());
    assertEquals(Map.of(), cars.taken(consolidated).extraColumns());
  }

  @Test
  void rows_of_batches_are_read_with_each_members_version() {
    String line =
        """
        {"captureData": {"endpointInput": {"data": "{\\"miles\\": \\"12\\", \\"fuel\\": \\"Diesel\\"}", "encoding": "JSON"},\
         "batchTransformOutput": {"data": "{\\"prediction\\": 5, \\"prediction_linear\\": 4, \\"prediction_xgboost\\": null,\
         \\"model_version\\": \\"VERSIONS\\"}", "encoding": "JSON"}},\
         "eventMetadata": {"eventId": "e/17", "inferenceTime": "2026-03-04T05:00:00Z"}, "eventVersion": "0"}\
        """;
    cars.versions.linear("cars", "v0", 1);
    cars.put(
        "capture",
        "cars/batch/2026/03/04/05/b.jsonl",
        line.replace("VERSIONS", "v1"),
        line.replace("VERSIONS", "linear=v0;xgboost=v1"));
    List<PayloadRow> rows = cars.rows(cars.run("batch").consolidate());
    assertEquals("e/17", rows.getFirst().id());
    assertEquals("batch", rows.getFirst().source());
    assertEquals("12", rows.getFirst().feature(0));
    assertEquals(4, rows.getFirst().prediction(0));
    assertEquals(new ModelVersion("v1"), rows.getFirst().version(0));
    assertEquals(new ModelVersion("v0"), rows.getLast().version(0));
    assertEquals(new ModelVersion("v1"), rows.getLast().version(1));
  }
}
