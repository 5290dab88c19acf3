// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.CaptureFacts;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.registry.ModelId;
import io.odometer.inference.TestNode.Reply;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.testmodels.CarVersions;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of requests and their answers beside being answered. */
class CaptureTest {
  private static final String ROW = "1250,Diesel,2020-03-04,1248 CC";
  private static final String INFERENCE_ID = "X-Amzn-SageMaker-Inference-Id";

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final BlockingQueue<byte[]> captured = new LinkedBlockingQueue<>();
  private final TestNode node = new TestNode(store, this::keep);
  private final ModelId forest = new CarVersions(store).forest("uk", "v1", 9_000);

  CaptureTest() {
    node.deploy(CarVersions.endpoint("uk", 3, CombinationRule.MAX, forest));
  }

  private CompletableFuture<?> keep(String endpoint, byte[] value) {
    assertEquals("uk", endpoint);
    captured.add(value);
    return CompletableFuture.completedFuture("sent");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private JsonNode next() {
    try {
      byte[] value = captured.poll(20, TimeUnit.SECONDS);
      if (value == null) {
        throw new AssertionError("nothing was captured within 20 s");
      }
      return Json.strictTree(new String(value, UTF_8));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static CaptureFacts facts(JsonNode event) {
    return Json.fromTree(event.path(CaptureFacts.FIELD), CaptureFacts.class);
  }

  private HttpRequest.Builder csv(String path, String body) {
    return node.request(path)
        .header("Content-Type", "text/csv")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void a_request_and_its_answer_are_one_record_as_sagemaker_has_it() {
    node.send(
        csv("/invocations", ROW + "\n")
            .header(INFERENCE_ID, "listing-A17")
            .header("X-Amzn-SageMaker-Custom-Attributes", "{\"shop\":1}")
            .header("X-Request-Id", "5c1c1f9e"));

    JsonNode event = next();
    JsonNode facts = ((ObjectNode) event).remove(CaptureFacts.FIELD);
    assertEquals(
        Json.tree(
            """
            {"captureData":{
              "endpointInput":{"observedContentType":"text/csv","mode":"INPUT",
                "data":"1250,Diesel,2020-03-04,1248 CC\\n","encoding":"CSV"},
              "endpointOutput":{"observedContentType":"text/csv; charset=utf-8","mode":"OUTPUT",
                "data":"8989.0\\n","encoding":"CSV"}},
             "eventMetadata":{"eventId":"5c1c1f9e","inferenceId":"listing-A17",
               "customAttributes":["{\\"shop\\":1}"],"inferenceTime":"%s"},
             "eventVersion":"0"}
            """
                .formatted(CarVersions.NOW)),
        event);
    assertEquals(
        new CaptureFacts(
            200, "positional-csv", 3, List.of(forest), List.of(List.of(8989.0, 8989.0))),
        Json.fromTree(facts, CaptureFacts.class));
  }

  @Test
  void the_id_of_the_record_is_the_one_that_the_answer_shows() {
    Reply reply = node.postJson("/predict", "{\"miles\": 1250}");

    JsonNode metadata = next().path("eventMetadata");
    String id = metadata.path("eventId").stringValue();
    assertEquals(reply.json().path("requestId").stringValue(), id);
    assertEquals(reply.header("X-Request-Id"), id);
    assertFalse(metadata.has("inferenceId"));
    assertFalse(metadata.has("customAttributes"));
  }

  @Test
  void every_row_has_its_predictions() {
    node.postJson("/predict", "[{\"miles\": 1250}, {\"miles\": 90000}, {\"miles\": 1250}]");

    CaptureFacts facts = facts(next());
    assertEquals("json", facts.form());
    assertEquals(3, facts.predictions().size());
    assertEquals(facts.predictions().get(0), facts.predictions().get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/predict", "/invocations"})
  void a_request_that_failed_is_kept_with_its_answer(String path) {
    Reply reply = node.postJson(path, "{\"miles\": \"many\"}");

    assertEquals(422, reply.status());
    JsonNode event = next();
    assertEquals(
        "{\"miles\": \"many\"}", event.at("/captureData/endpointInput/data").stringValue());
    assertEquals(reply.body(), event.at("/captureData/endpointOutput/data").stringValue());
    assertEquals("JSON", event.at("/captureData/endpointOutput/encoding").stringValue());
    assertEquals(new CaptureFacts(422, "json", 3, List.of(forest), List.of()), facts(event));
  }

  @Test
  void what_is_of_no_known_type_is_kept_as_base64() {
    Reply reply =
        node.send(
            node.request("/predict")
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofString("abc")));

    assertEquals(415, reply.status());
    JsonNode input = next().at("/captureData/endpointInput");
    assertEquals("BASE64", input.path("encoding").stringValue());
    assertEquals("YWJj", input.path("data").stringValue());
  }

  @Test
  void text_of_another_encoding_is_kept_byte_by_byte() {
    byte[] body = "fuel,miles\nDi\u00e9sel,1250\n".getBytes(ISO_8859_1);
    node.send(
        node.request("/predict")
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofByteArray(body)));

    JsonNode event = next();
    JsonNode input = event.at("/captureData/endpointInput");
    assertEquals("BASE64", input.path("encoding").stringValue());
    assertEquals(Base64.getEncoder().encodeToString(body), input.path("data").stringValue());
    assertEquals("named-csv", facts(event).form());
  }

  @Test
  void a_body_that_bears_no_type_gets_the_one_it_was_taken_for() {
    node.send(node.request("/invocations").POST(BodyPublishers.ofString(ROW)));

    JsonNode input = next().at("/captureData/endpointInput");
    assertEquals("text/csv", input.path("observedContentType").stringValue());
    assertEquals("CSV", input.path("encoding").stringValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/predict", "/invocations"})
  void an_inference_id_that_is_too_long_is_refused_by_name(String path) {
    Reply reply = node.send(csv(path, ROW).header(INFERENCE_ID, "x".repeat(65)));

    assertEquals(400, reply.status());
    assertTrue(reply.json().path("message").stringValue().contains(INFERENCE_ID), reply.body());
    JsonNode event = next();
    assertEquals(400, facts(event).status());
    assertFalse(event.path("eventMetadata").has("inferenceId"));
  }

  @Test
  void what_reaches_no_endpoint_is_not_kept() {
    node.postJson("/endpoints/nobody/predict", "{}");
    node.postJson("/predict", "{\"miles\": 1250}");

    assertEquals(200, facts(next()).status());
    assertTrue(captured.isEmpty());
  }

  @Test
  void what_was_answered_before_the_node_stopped_is_sent() {
    for (int i = 0; i < 100; i++) {
      assertEquals(200, node.postJson("/predict", "{\"miles\": 1250}").status());
    }
    node.close();

    assertEquals(100, captured.size());
  }
}
