// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.project.CombinationRule;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.ModelPackage;
import io.odometer.inference.TestNode.Reply;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.testmodels.CarVersions;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PredictTest {
  private static final String RECORD =
      "{\"miles\": 1250, \"fuel\": \"Diesel\", \"sold\": \"2020-03-04\", \"engine\": \"1248 CC\"}";
  private static final Map<String, String> CELLS =
      Map.of("miles", "1250", "fuel", "Diesel", "sold", "2020-03-04", "engine", "1248 CC");

  private static final InMemoryObjectStore STORE = new InMemoryObjectStore();
  private static final CarVersions CARS = new CarVersions(STORE);
  private static final TestNode NODE = new TestNode(STORE);
  private static final ModelId FOREST = CARS.forest("uk", "20260101T000000Z-a", 9_000);
  private static final ModelId LINEAR = CARS.linear("uk", "20260101T000000Z-b", 4_000);

  @BeforeAll
  static void deploy() {
    NODE.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MAX, LINEAR, FOREST));
  }

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void one_record_gets_the_value_and_what_every_member_says() {
    Reply reply = NODE.postJson("/predict", RECORD);

    assertEquals(200, reply.status(), reply.body());
    JsonNode answer = reply.json();
    assertEquals("uk", answer.path("endpoint").stringValue());
    assertEquals(reply.header("X-Request-Id"), answer.path("requestId").stringValue());
    JsonNode prediction = answer.path("predictions").get(0);
    JsonNode members = prediction.path("members");
    assertEquals("max", prediction.path("rule").stringValue());
    assertEquals(expected(FOREST), members.path("xgboost").path("value").doubleValue());
    assertEquals(expected(LINEAR), members.path("linear").path("value").doubleValue());
    assertEquals(
        Math.max(expected(FOREST), expected(LINEAR)), prediction.path("value").doubleValue());
    assertEquals(FOREST.version().value(), members.path("xgboost").path("version").stringValue());
    assertFalse(answer.has("notes"));
  }

  private double expected(ModelId id) {
    return ModelPackage.load(name -> STORE.read(id.folder().child(name))).scorer().score(CELLS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RECORD,
        "[" + RECORD + "]",
        "{\"instances\": [" + RECORD + "]}",
        "{\"parameters\": {\"a\": [1]}, \"instances\": [" + RECORD + "], \"more\": {\"b\": 2}}",
        "{\"miles\": \"1,250\", \"fuel\": \" Diesel \", \"sold\": \"4 Mar 2020\", \"engine\":"
            + " 1248}",
        "{\"instances\": [{\"features\": [1250, \"Diesel\", \"2020-03-04\", \"1248 CC\"]}]}",
        "[[\"1250\", \"Diesel\", \"2020-03-04\", 1248]]",
        "[{\"data\":{\"features\":{\"values\":[1250,\"Diesel\",\"2020-03-04\",1248]}}}]",
      })
  void every_form_of_a_record_gets_the_same_prediction(String body) {
    Reply reply = NODE.postJson("/endpoints/uk/predict", body);

    assertEquals(200, reply.status(), reply.body());
    assertEquals(1, reply.json().path("predictions").size());
    assertEquals(
        Math.max(expected(FOREST), expected(LINEAR)),
        reply.json().at("/predictions/0/value").doubleValue());
  }

  @Test
  void csv_gets_the_same_predictions_whatever_the_order_of_its_columns() {
    String csv = "engine,price,fuel,sold,miles\n1248 CC,1,Diesel,2020-03-04,\"1,250\"\n";

    Reply reply = NODE.post("/predict", "text/csv", "text/csv", csv);

    assertEquals(200, reply.status(), reply.body());
    assertEquals(
        List.of(
            "value,linear,xgboost",
            Math.max(expected(FOREST), expected(LINEAR))
                + ","
                + expected(LINEAR)
                + ","
                + expected(FOREST)),
        reply.body().lines().toList());
    assertTrue(reply.header("Content-Type").startsWith("text/csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void csv_of_another_delimiter_is_read_as_in_training(String delimiter) {
    String csv =
        "\ufeffmiles,fuel,sold,engine\r\n1250,Diesel,2020-03-04,1248 CC\r\n"
            .replace(",", delimiter);

    Reply reply = NODE.post("/predict", "text/csv", "application/json", csv);

    assertEquals(
        Math.max(expected(FOREST), expected(LINEAR)),
        reply.json().at("/predictions/0/value").doubleValue(),
        reply.body());
  }

  @Test
  void what_is_odd_is_counted() {
    String body = "[{\"miles\": null, \"fuel\": \"Steam\", \"colour\": [\"red\"], \"price\": 1}]";

    JsonNode notes = NODE.postJson("/predict", body).json().path("notes");

    assertEquals(1, notes.path("unknownValuesIgnored").intValue());
    assertEquals("colour", notes.path("unknownColumns").get(0).stringValue());
    assertEquals(3, notes.path("missingValuesImputed").intValue());
    assertEquals(1, notes.path("unseenCategories").intValue());
  }

  @Test
  void no_rows_in_are_no_rows_out() {
    assertEquals("[]", NODE.postJson("/predict", "[]").json().path("predictions").toString());
    assertEquals(
        "value,linear,xgboost\n", NODE.post("/predict", "text/csv", "text/csv", "miles\n").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"miles\": 1}, {\"miles\": \"far\"}]         | 1 | miles",
        "[{\"miles\": {\"value\": 1}}]                  | 0 | miles",
        "[{\"miles\": [1]}]                             | 0 | miles",
        "[{\"miles\": 1e999}]                           | 0 | miles",
        "[{\"miles\": \"-Infinity\"}]                   | 0 | miles",
        "[{\"miles\": 1}, {\"sold\": \"yesterday\"}]    | 1 | sold",
        "{\"colour\": \"red\"}                          | 0 | colour",
        "[{\"miles\": 1}, 7]                            | 1 | ''",
        "[[1, 2]]                                       | 0 | ''",
      })
  void a_value_that_cannot_be_used_is_named_by_row_and_field(String body, int row, String field) {
    Reply reply = NODE.postJson("/predict", body);

    assertEquals(422, reply.status(), reply.body());
    assertEquals(row, reply.json().path("row").intValue(), reply.body());
    assertEquals(field, reply.json().path("field").stringValue(), reply.body());
    assertFalse(reply.body().contains("\tat "), "no stack");
  }

  @Test
  void a_value_that_is_too_long_is_refused() {
    Reply reply = NODE.postJson("/predict", "{\"fuel\": \"" + "x".repeat(10_001) + "\"}");

    assertEquals(422, reply.status());
    assertEquals("fuel", reply.json().path("field").stringValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "{", "{\"miles\": }", "[{\"miles\": 1}", "{\"miles\": NaN}", "{} {}"})
  void what_is_no_json_is_a_bad_request(String body) {
    assertEquals(400, NODE.postJson("/predict", body).status());
  }

  @Test
  void malformed_json_is_told_by_line_and_column() {
    Reply reply = NODE.postJson("/predict", "{\"miles\": 1,\n  \"fuel\" 2}");

    assertEquals(400, reply.status());
    assertTrue(reply.json().path("message").stringValue().contains("line 2, column"), reply.body());
  }

  @Test
  void csv_whose_quote_never_closes_is_a_bad_request() {
    Reply reply = NODE.post("/predict", "text/csv", "*/*", "miles,fuel\n1,\"Die\n2,Petrol\n");

    assertEquals(400, reply.status(), reply.body());
  }

  @Test
  void csv_with_more_cells_than_its_header_is_refused() {
    Reply reply = NODE.post("/predict", "text/csv", "*/*", "miles,fuel\n1,Diesel\n1,250,Diesel\n");

    assertEquals(422, reply.status(), reply.body());
    assertEquals(1, reply.json().path("row").intValue());
  }

  @Test
  void a_header_that_names_a_column_twice_is_refused() {
    Reply reply = NODE.post("/predict", "text/csv", "*/*", "miles,miles\n1,2\n");

    assertEquals(422, reply.status(), reply.body());
    assertEquals("miles", reply.json().path("field").stringValue());
  }

  @Test
  void other_media_types_are_refused() {
    assertEquals(415, NODE.post("/predict", "application/xml", "*/*", "<a/>").status());
    assertEquals(415, NODE.post("/predict", "text/*", "*/*", "miles\n1\n").status());
    assertEquals(406, NODE.post("/predict", "application/json", "image/png", RECORD).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv;q=0.5, application/json | application/json",
        "text/html, text/csv, */*;q=0.1   | text/csv",
        "text/html, */*;q=0.1             | application/json",
        "application/*                    | application/json",
      })
  void the_best_of_what_is_accepted_is_answered(String accept, String expected) {
    Reply reply = NODE.post("/predict", "application/json", accept, RECORD);

    assertTrue(reply.header("Content-Type").startsWith(expected), reply.header("Content-Type"));
  }

  @Test
  void a_body_above_6_mib_is_too_large_with_or_without_its_length() {
    byte[] body = new byte[(6 << 20) + 1];
    Arrays.fill(body, (byte) ' ');

    HttpRequest.BodyPublisher known = HttpRequest.BodyPublishers.ofByteArray(body);
    HttpRequest.BodyPublisher streamed =
        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    for (HttpRequest.BodyPublisher publisher : List.of(known, streamed)) {
      Reply reply =
          NODE.send(
              NODE.request("/predict").header("Content-Type", "application/json").POST(publisher));
      assertEquals(413, reply.status(), reply.body());
    }
  }

  @Test
  void more_rows_than_the_limit_are_too_large() {
    Reply reply = NODE.postJson("/predict", "[" + "{},".repeat(1_000) + "{}]");

    assertEquals(413, reply.status(), reply.body());
    assertTrue(reply.json().path("message").stringValue().contains("1,000"));
  }

  @Test
  void a_mistake_leaves_no_trace_in_the_next_request() {
    String first = NODE.postJson("/predict", RECORD).json().path("predictions").toString();
    NODE.postJson("/predict", "[{\"engine\": 5000, \"fuel\": \"Petrol\", \"miles\": \"far\"}]");

    for (int i = 0; i < 5; i++) {
      assertEquals(first, NODE.postJson("/predict", RECORD).json().path("predictions").toString());
    }
  }
}
