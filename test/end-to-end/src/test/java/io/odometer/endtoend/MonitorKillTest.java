// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.inference.InferenceApi;
import io.odometer.inference.InferenceApiConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Monitors die at work, and each request is still counted in exactly one run. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MonitorKillTest {
  private static final int REQUESTS = 120;
  private static final String PREDICT = "/endpoints/" + Surroundings.PROJECT + "/predict";
  private static final String MONITOR = "/api/projects/" + Surroundings.PROJECT + "/monitor";

  private Surroundings surroundings;
  private HttpDoor api;
  private ServiceProcess monitor;
  private long sent;

  @BeforeAll
  void trainOnce(@TempDir Path folder) {
    surroundings = Surroundings.ofMonitors(folder);
    monitor = surroundings.monitor();
    var inference = surroundings.add(new InferenceApi(surroundings.read(InferenceApiConfig::from)));
    api = new HttpDoor(inference.port());
    surroundings.train();
    Await.that("a prediction", () -> api.call("POST", PREDICT, Tables.ROW).status() == 200);
    sent = 1;
  }

  @AfterAll
  void stop() {
    monitor.close();
    api.close();
    surroundings.close();
  }

  /** When a monitor dies. */
  record Moment(String name, Predicate<JsonNode> reached) {
    @Override
    public String toString() {
      return name;
    }
  }

  Stream<Moment> moments() {
    return Stream.concat(
        Stream.of(
            new Moment("at once", _ -> true),
            new Moment("while it consolidates", runs("Consolidate")),
            new Moment("while it checks the data", runs("DataQuality")),
            new Moment("while it gives its verdict", runs("EvaluateDrift")),
            new Moment("when the report is there", this::hasReport),
            new Moment("when it tidies up", runs("Tidy"))),
        randomMoments());
  }

  private static Predicate<JsonNode> runs(String state) {
    return execution ->
        execution
            .path("states")
            .valueStream()
            .anyMatch(
                found ->
                    found.path("path").asString().endsWith(state)
                        && found.path("status").asString().equals("RUNNING"));
  }

  private boolean hasReport(JsonNode execution) {
    var id = Json.fromTree(execution.path("id"), io.odometer.core.execution.ExecutionId.class);
    return surroundings
        .store()
        .find(MonitoringObjects.report(Surroundings.PROJECT, id))
        .isPresent();
  }

  private static Stream<Moment> randomMoments() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    return IntStream.range(0, 3)
        .mapToObj(_ -> Duration.ofMillis(random.nextInt(2_000)))
        .map(age -> new Moment("after %s (seed %d)".formatted(age, seed), olderThan(age)));
  }

  private static Predicate<JsonNode> olderThan(Duration age) {
    return execution -> {
      Instant start = Instant.parse(execution.path("startedAt").asString());
      return Instant.now().isAfter(start.plus(age));
    };
  }

  /** The sink dies with it, in the middle of the requests. */
  @ParameterizedTest
  @MethodSource("moments")
  void a_monitor_killed_at_any_moment_counts_each_request_in_exactly_one_run(Moment moment) {
    send(REQUESTS);
    String run = order();
    Await.that(
        moment.name(), () -> moment.reached().test(surroundings.execution(run)) || hasEnded(run));
    send(REQUESTS);
    monitor.kill();
    send(REQUESTS);
    monitor = surroundings.monitor();
    assertSucceeded(run);
    Await.that("captured requests", () -> captured().size() >= sent);
    assertSucceeded(order());
    assertEquals(sent, captured().stream().distinct().count());
    assertEquals(sent, captured().size());
    assertEquals(sent, countedRows());
  }

  private void send(int requests) {
    for (int i = 0; i < requests; i++) {
      assertEquals(200, api.call("POST", PREDICT, Tables.ROW).status());
    }
    sent += requests;
  }

  private String order() {
    var answer = surroundings.control().call("POST", MONITOR, "{}");
    assertEquals(202, answer.status(), answer.body());
    return Json.tree(answer.body()).path("id").asString();
  }

  private boolean hasEnded(String execution) {
    return Scoring.hasEnded(surroundings.execution(execution));
  }

  private void assertSucceeded(String execution) {
    Await.that("the end of " + execution, () -> hasEnded(execution));
    JsonNode end = surroundings.execution(execution);
    assertEquals("SUCCEEDED", end.path("status").asString(), end.toPrettyString());
  }

  private List<String> captured() {
    return Captured.of(surroundings.store(), Surroundings.PROJECT.value()).stream()
        .map(record -> record.at("/eventMetadata/eventId").asString())
        .toList();
  }

  /** Over all runs that count. */
  private long countedRows() {
    var key = MonitoringObjects.ledger(Surroundings.PROJECT);
    return Json.tree(surroundings.store().read(key))
        .path("windows")
        .valueStream()
        .mapToLong(window -> window.path("rows").asLong())
        .sum();
  }
}
