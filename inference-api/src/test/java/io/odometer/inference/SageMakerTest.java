// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odometer.core.json.Json;
import io.odometer.core.project.CombinationRule;
import io.odometer.inference.TestNode.Reply;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.testmodels.CarVersions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SageMakerTest {
  private static final String ROW = "1250,Diesel,2020-03-04,1248 CC";
  private static final String SCORE = "8989.0";

  private static final InMemoryObjectStore STORE = new InMemoryObjectStore();
  private static final TestNode NODE = new TestNode(STORE);

  @BeforeAll
  static void deploy() {
    CarVersions cars = new CarVersions(STORE);
    NODE.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MAX, cars.forest("uk", "v1", 9_000)));
  }

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/invocations", "/endpoints/uk/invocations"})
  void csv_without_a_header_is_answered_a_number_a_line(String path) {
    Reply reply = NODE.post(path, "text/csv", "*/*", ROW + "\n" + ROW + "\n");

    assertEquals(200, reply.status(), reply.body());
    assertEquals(SCORE + "\n" + SCORE + "\n", reply.body());
  }

  @Test
  void a_first_line_of_column_names_is_a_header_all_the_same() {
    Reply reply =
        NODE.post("/invocations", "text/csv", "*/*", "fuel,miles,colour\nDiesel,1250,1\n");

    assertEquals(SCORE + "\n", reply.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json      | {\"predictions\":[{\"score\":8989.0}]}",
        "application/jsonlines | {\"score\":8989.0}",
        "text/csv              | 8989.0",
      })
  void the_answer_has_the_form_that_is_accepted(String accept, String expected) {
    Reply reply = NODE.post("/invocations", "text/csv", accept, ROW);

    assertEquals(expected, reply.body().strip());
    assertTrue(reply.header("Content-Type").startsWith(accept));
  }

  @Test
  void lines_of_json_are_answered_line_by_line() {
    String lines = "{\"features\":[1250,\"Diesel\",\"2020-03-04\",1248]}\n{\"miles\":1250}\n";

    Reply reply = NODE.post("/invocations", "application/jsonlines", "*/*", lines);

    assertEquals("{\"score\":8989.0}\n{\"score\":8989.0}\n", reply.body());
  }

  @Test
  void a_row_of_another_width_is_refused() {
    Reply reply = NODE.post("/invocations", "text/csv", "*/*", ROW + "\n1,2\n");

    assertEquals(422, reply.status());
    assertEquals(1, reply.json().path("row").intValue());
  }

  @Test
  void the_inference_id_comes_back() {
    Reply reply =
        NODE.send(
            NODE.request("/invocations")
                .header("Content-Type", "text/csv")
                .header("X-Amzn-SageMaker-Inference-Id", "id-1")
                .POST(HttpRequest.BodyPublishers.ofString(ROW)));

    assertEquals("id-1", reply.header("X-Amzn-SageMaker-Inference-Id"));
  }

  @Test
  void boto3_gets_its_answers() throws IOException, InterruptedException, URISyntaxException {
    assumeTrue(succeeds("python3", "-c", "import boto3"), "python3 has no boto3: not tried");
    String script =
        Path.of(Objects.requireNonNull(SageMakerTest.class.getResource("/boto3/invoke.py")).toURI())
            .toString();
    Process process =
        new ProcessBuilder("python3", script, "http://127.0.0.1:" + NODE.port(), "uk")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertEquals(0, process.waitFor(), "the script's status");
    JsonNode results = Json.tree(output);
    assertEquals("8989.0\n8989.0\n", results.at("/csv/body").stringValue());
    assertEquals(
        "{\"predictions\":[{\"score\":8989.0}]}", results.at("/csvToJson/body").stringValue());
    assertEquals(
        "{\"predictions\":[{\"score\":8989.0},{\"score\":8989.0}]}",
        results.at("/json/body").stringValue());
    assertEquals("8989.0\n", results.at("/jsonToCsv/body").stringValue());
    assertEquals(
        "{\"score\":8989.0}\n{\"score\":8989.0}\n", results.at("/lines/body").stringValue());
    assertEquals("8989.0\n", results.at("/traced/body").stringValue());
    assertEquals(404, results.path("absent").intValue());
    assertEquals(422, results.path("unusable").intValue());
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
