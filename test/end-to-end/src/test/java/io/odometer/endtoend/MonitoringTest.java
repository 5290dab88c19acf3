// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Traffic is captured and watched, from the request to the mail. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MonitoringTest {
  private static final String PROJECT = "watched";
  private static final int ROWS = 400;

  private static final String SETTINGS =
      """
      {"target": "price", "quietPeriod": "PT0S",
       "algorithms": {"xgboost": {"num_round": 60, "max_depth": 4}, "linear": {}},
       "monitoring": {"schedule": "off"},
       "notifications": [{"mail": ["ml@example.org"], "on": ["drift"]}]}
      """;

  private Path data;
  private Installation installation;
  private long sent;

  @BeforeAll
  void trainOnce(@TempDir Path folder) {
    data = folder;
    installation = Installation.started(folder);
    installation.makeProject(PROJECT, SETTINGS);
    installation.drop(PROJECT, "one.csv", Tables.learnable(4000, 1));
    assertEquals("SUCCEEDED", installation.awaitEnd(PROJECT, 1).path("status").asString());
    installation.awaitPrediction(PROJECT, Tables.ROW);
    sent = 1;
  }

  @AfterAll
  void stop() {
    installation.close();
  }

  @Test
  void normal_traffic_is_quiet_shifted_traffic_is_told_of_and_nothing_is_looked_at_twice() {
    JsonNode versions = installation.control("GET", "/api/endpoints/" + PROJECT, "").body();
    assertHasBaselines(versions);

    List<String> ids = send(Traffic.of(ROWS, 2).rows());
    label(ids, Traffic.of(ROWS, 2).rows());
    JsonNode normal = monitor("{}");
    assertEquals("ok", normal.at("/output/outcome").asString(), normal.toPrettyString());
    assertEquals(Optional.empty(), file(normal, "data-quality/constraint_violations.json"));
    assertEquals(ROWS + 1, itemCount(normal, "data-quality/statistics.json"));
    assertEquals(ROWS, itemCount(normal, "model-quality/statistics.json"));
    JsonNode quality = json(normal, "model-quality/statistics.json");
    assertTrue(quality.at("/regression_metrics/rmse/value").asDouble() > 0, quality.toString());

    send(Traffic.of(ROWS, 3).shifted(4));
    JsonNode shifted = monitor("{}");
    assertEquals("drift", shifted.at("/output/outcome").asString(), shifted.toPrettyString());
    assertEquals(Set.of("age", "kind", "used"), violatedFeatures(shifted));
    assertTrue(file(shifted, "report.html").orElseThrow().contains("used"));
    String mail = mail("drift");
    assertTrue(mail.contains("ml@example.org"), mail);
    assertDriftWasAnnounced(shifted.path("id").asString());

    JsonNode quiet = monitor("{}");
    assertEquals(Json.tree("{\"outcome\":\"no new data\"}"), quiet.path("output"));

    JsonNode again = monitor("{\"rewind\": \"2020-01-01T00:00:00Z\"}");
    assertEquals(2 * ROWS + 1, itemCount(again, "data-quality/statistics.json"));
  }

  private void assertHasBaselines(JsonNode endpoint) {
    for (JsonNode member : endpoint.path("members")) {
      String folder =
          "%s/%s/%s"
              .formatted(
                  PROJECT, member.path("algorithm").asString(), member.path("version").asString());
      for (String name : List.of("statistics.json", "constraints.json", "model-statistics.json")) {
        ObjectKey key = new ObjectKey(Buckets.MODELS, folder + "/" + name);
        assertTrue(installation.find(key).isPresent(), () -> "no " + key);
      }
    }
    assertFalse(endpoint.path("members").isEmpty());
  }

  /** The ids of the answers, once all requests are in the bucket. */
  private List<String> send(List<Traffic.Row> rows) {
    List<String> ids = new ArrayList<>();
    for (Traffic.Row row : rows) {
      var answer =
          installation.api("POST", "/endpoints/" + PROJECT + "/predict", Json.text(row.record()));
      assertEquals(200, answer.status(), answer.body().toString());
      ids.add(answer.body().path("requestId").asString());
    }
    sent += rows.size();
    Await.that("captured requests", () -> installation.captured(PROJECT).size() == sent);
    return ids;
  }

  private void label(List<String> ids, List<Traffic.Row> rows) {
    var csv = new StringBuilder("id,price\n");
    for (int i = 0; i < ids.size(); i++) {
      csv.append(ids.get(i)).append(',').append(rows.get(i).price()).append('\n');
    }
    ObjectKey key = new ObjectKey(Buckets.GROUND_TRUTH, PROJECT + "/labels.csv");
    installation.put(key, csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode monitor(String order) {
    var answer = installation.control("POST", "/api/projects/" + PROJECT + "/monitor", order);
    assertEquals(202, answer.status(), answer.body().toString());
    JsonNode end = installation.awaitEnd(answer.body().path("id").asString());
    assertEquals("SUCCEEDED", end.path("status").asString(), end.toPrettyString());
    return end;
  }

  private Optional<String> file(JsonNode execution, String name) {
    String path = "%s/%s/%s".formatted(PROJECT, execution.path("id").asString(), name);
    return installation
        .find(new ObjectKey(Buckets.MONITORING, path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private JsonNode json(JsonNode execution, String name) {
    return Json.tree(file(execution, name).orElseThrow(() -> new AssertionError("no " + name)));
  }

  private long itemCount(JsonNode execution, String name) {
    return json(execution, name).at("/dataset/item_count").asLong();
  }

  private Set<String> violatedFeatures(JsonNode execution) {
    return json(execution, "data-quality/constraint_violations.json")
        .path("violations")
        .valueStream()
        .map(violation -> violation.path("feature_name").asString())
        .collect(Collectors.toSet());
  }

  private void assertDriftWasAnnounced(String execution) {
    Await.that(
        "the event",
        () ->
            installation.events(PROJECT).stream()
                .filter(event -> event.path("type").asString().equals("drift.found"))
                .anyMatch(event -> event.at("/data/execution").asString().equals(execution)));
  }

  private String mail(String kind) {
    return Await.found("a mail", () -> mails(kind).stream().findFirst().map(MonitoringTest::read));
  }

  private List<Path> mails(String kind) {
    Path outbox = data.resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(outbox)) {
      return files
          .filter(file -> file.toString().endsWith(".eml") && file.toString().contains(kind))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
