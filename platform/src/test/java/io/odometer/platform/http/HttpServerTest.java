// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.config.RoutesConfig;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class HttpServerTest {
  private record Echo(String text) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private Health health = Health.ready();
  private HttpServer server = serve(Optional.empty());

  private HttpServer serve(Optional<String> token) {
    return new HttpServer(
        new HttpSettings("127.0.0.1", 0, token),
        new PrometheusRegistry(),
        Map.of("neighbour", () -> health),
        this::addTo);
  }

  private void addTo(RoutesConfig routes) {
    routes.post("/echo", context -> context.json(new Echo(context.body())));
    routes.post("/json", context -> context.json(Json.read(context.bodyAsBytes(), Echo.class)));
    routes.get("/things/{name}", context -> context.json(new Echo(context.pathParam("name"))));
    routes.get(
        "/slow",
        context -> {
          entered.countDown();
          assertTrue(released.await(20, TimeUnit.SECONDS));
          context.json(new Echo("done"));
        });
    routes.get(
        "/fail/{error}",
        context -> {
          throw failure(context.pathParam("error"));
        });
  }

  private static RuntimeException failure(String name) {
    return switch (name) {
      case "row" -> HttpProblem.unprocessable("year is not a number: 'old'", 3, "year");
      case "conflict" -> new OdometerException(Errors.REGISTRY_CONFLICT, "somebody was quicker");
      case "early" -> new OdometerException(Errors.MONITORING_NO_CHAMPION, "no champion yet");
      case "busy" -> new OdometerException(Errors.MONITORING_TOO_MANY, "ten wait");
      case "empty" -> new OdometerException(Errors.DATA_EMPTY, "no rows in cars.csv");
      case "large" -> new OdometerException(Errors.DATA_TOO_LARGE, "too large");
      case "absent" -> new OdometerException(Errors.STORE_NOT_FOUND, "there is no a/b");
      case "store" -> new OdometerException(Errors.STORE_UNAVAILABLE, "no answer");
      case "kafka" -> new OdometerException(Errors.KAFKA_UNAVAILABLE, "no answer");
      case "corrupt" -> new OdometerException(Errors.MODEL_CORRUPT, "checksum");
      default -> new IllegalStateException("secret detail");
    };
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    client.close();
    server.close();
  }

  private void restartWithToken(String token) {
    server.close();
    server = serve(Optional.of(token));
    server.start();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path)).timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
    return Json.tree(response.body());
  }

  @Test
  void a_handlers_record_is_answered_as_json() throws Exception {
    HttpResponse<String> response = get("/things/car%20one");
    assertEquals(200, response.statusCode());
    assertEquals("car one", json(response).get("text").asString());
  }

  @Test
  void live_always_and_ready_only_when_every_check_is() throws Exception {
    assertEquals(200, get("/health/live").statusCode());
    assertEquals(200, get("/health/ready").statusCode());
    health = Health.notReady("no answer");
    HttpResponse<String> response = get("/health/ready");
    assertEquals(503, response.statusCode());
    assertEquals("neighbour: no answer", json(response).get("reasons").get(0).asString());
    assertEquals(200, get("/health/live").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "conflict, 409, Registry.Conflict",
    "early, 409, Monitoring.NoChampion",
    "busy, 429, Monitoring.TooMany",
    "empty, 422, Data.Empty",
    "large, 413, Data.TooLarge",
    "absent, 404, Store.NotFound",
    "store, 503, Store.Unavailable",
    "kafka, 503, Kafka.Unavailable",
    "corrupt, 500, Model.Corrupt",
    "unforeseen, 500, Internal.Error"
  })
  void a_failure_is_answered_by_its_family(String failure, int status, String error)
      throws Exception {
    HttpResponse<String> response = get("/fail/" + failure);
    assertEquals(status, response.statusCode());
    assertEquals(error, json(response).get("error").asString());
    assertFalse(response.body().contains("secret detail"), response.body());
  }

  @Test
  void a_bad_field_is_named_with_its_row_and_the_request() throws Exception {
    HttpResponse<String> response = send(request("/fail/row").header("X-Request-Id", "mine-1"));
    assertEquals(422, response.statusCode());
    assertEquals(
        Json.tree(
            """
            {"error": "Unprocessable", "message": "year is not a number: 'old'",
             "row": 3, "field": "year", "requestId": "mine-1"}
            """),
        json(response));
  }

  @Test
  void a_request_id_is_made_unless_a_sane_one_is_given() throws Exception {
    assertEquals("mine-1", requestId(request("/health/live").header("X-Request-Id", "mine-1")));
    String made = requestId(request("/health/live").header("X-Request-Id", "<script>"));
    assertTrue(made.matches("[0-9a-f]{32}"), made);
    assertFalse(made.equals(requestId(request("/health/live"))));
  }

  private String requestId(HttpRequest.Builder request) throws Exception {
    return send(request).headers().firstValue("X-Request-Id").orElseThrow();
  }

  @Test
  void an_unknown_path_and_a_wrong_method_are_told_apart() throws Exception {
    HttpResponse<String> unknown = get("/nowhere");
    assertEquals(404, unknown.statusCode());
    assertEquals("NotFound", json(unknown).get("error").asString());
    HttpResponse<String> wrong = get("/echo");
    assertEquals(405, wrong.statusCode());
    assertEquals("POST", wrong.headers().firstValue("Allow").orElse(""));
    assertEquals("MethodNotAllowed", json(wrong).get("error").asString());
  }

  @Test
  void malformed_json_is_a_bad_request() throws Exception {
    HttpResponse<String> response =
        send(request("/json").POST(BodyPublishers.ofString("{\"text\": ")));
    assertEquals(400, response.statusCode());
    assertEquals("BadRequest", json(response).get("error").asString());
  }

  @Test
  void a_body_up_to_the_limit_is_taken() throws Exception {
    String body = "x".repeat((int) HttpServer.BODY_LIMIT);
    assertEquals(200, send(request("/echo").POST(BodyPublishers.ofString(body))).statusCode());
  }

  @Test
  void a_body_over_the_limit_is_refused_announced_or_not() throws Exception {
    byte[] body = new byte[(int) HttpServer.BODY_LIMIT + 1];
    HttpResponse<String> announced = send(request("/echo").POST(BodyPublishers.ofByteArray(body)));
    assertEquals(413, announced.statusCode());
    assertEquals("TooLarge", json(announced).get("error").asString());
    HttpResponse<String> chunked =
        send(
            request("/echo")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    assertEquals(413, chunked.statusCode());
  }

  @Test
  void what_the_server_itself_refuses_is_json_without_a_stack() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.startsWith("HTTP/1.1 400"), text);
      assertFalse(text.contains("\tat "), text);
      assertFalse(text.contains("<html"), text);
    }
  }

  @Test
  void with_a_token_every_call_but_health_needs_it() throws Exception {
    restartWithToken("open sesame");
    assertEquals(200, get("/health/live").statusCode());
    assertEquals(200, get("/health/ready").statusCode());
    assertEquals(401, get("/metrics").statusCode());
    assertEquals(401, get("/nowhere").statusCode());
    HttpResponse<String> refused = get("/things/a");
    assertEquals(401, refused.statusCode());
    assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElse(""));
    assertEquals("Unauthorized", json(refused).get("error").asString());
    assertEquals(401, bearing("Bearer open sesam").statusCode());
    assertEquals(401, bearing("Basic open sesame").statusCode());
    assertEquals(200, bearing("Bearer open sesame").statusCode());
    assertEquals(200, bearing("bearer open sesame").statusCode());
  }

  private HttpResponse<String> bearing(String header) throws Exception {
    return send(request("/things/a").header("Authorization", header));
  }

  @Test
  void requests_are_counted_by_route_template_not_by_path() throws Exception {
    get("/things/a");
    get("/things/b");
    get("/nowhere/1");
    get("/fail/empty");
    String metrics = metricsWith("route=\"/fail/{error}\"");
    assertTrue(
        metrics.contains(
            "odometer_http_requests_total{method=\"GET\",route=\"/things/{name}\",status=\"200\"}"
                + " 2.0"),
        metrics);
    assertTrue(
        metrics.contains("_count{method=\"GET\",route=\"/fail/{error}\",status=\"422\"} 1"),
        metrics);
    assertTrue(metrics.contains("route=\"none\",status=\"404\""), metrics);
    assertFalse(metrics.contains("nowhere"), metrics);
    assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
  }

  /** A request is counted just after its answer was sent. */
  private String metricsWith(String expected) throws Exception {
    String metrics = get("/metrics").body();
    for (int tries = 0; tries < 100 && !metrics.contains(expected); tries++) {
      metrics = get("/metrics").body();
    }
    return metrics;
  }

  @Test
  void a_port_in_use_is_named() {
    HttpServer second =
        new HttpServer(
            new HttpSettings("127.0.0.1", server.port(), Optional.empty()),
            new PrometheusRegistry(),
            Map.of(),
            routes -> {});
    IllegalStateException failure = assertThrows(IllegalStateException.class, second::start);
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("port " + server.port()), message);
    second.close();
  }

  @Test
  void a_stop_lets_requests_under_way_end() throws Exception {
    CompletableFuture<HttpResponse<String>> slow =
        client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
    assertTrue(entered.await(10, TimeUnit.SECONDS));
    Thread stopping = Thread.ofVirtual().start(server::close);
    while (stopping.getState() == Thread.State.NEW) {
      Thread.onSpinWait();
    }
    released.countDown();
    assertEquals(200, slow.get(20, TimeUnit.SECONDS).statusCode());
    stopping.join(Duration.ofSeconds(10));
    assertFalse(stopping.isAlive());
  }
}
