// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.WindowMode;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ProjectSettings;
import io.odometer.core.registry.Endpoint;
import io.odometer.orchestrator.control.FakeControlPlane;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorApiTest {
  private static final String PATH = "/api/projects/uk/monitor";

  private final FakeControlPlane control = new FakeControlPlane();
  private final ControlApiServer server = new ControlApiServer(control, new RecentEvents(1));

  @BeforeEach
  void create() {
    server.put("/api/projects/uk", "{\"target\": \"price\"}");
    control.add(
        new Endpoint(
            new ProjectName("uk"),
            1,
            EndpointRule.DEFAULT,
            List.of(),
            new ExecutionId("e"),
            Instant.EPOCH));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''                 | NEW    | - | -",
        "{}                 | NEW    | - | -",
        "null               | NEW    | - | -",
        "{\"peek\": false}  | NEW    | - | -",
        "{\"peek\": true}   | PEEK   | - | -",
        "{\"rewind\": \"2026-05-01T00:00:00Z\", \"peek\": false} | REWIND | 2026-05-01T00:00:00Z |"
            + " -",
        "{\"rewind\": \"2026-05-01T02:00:00+02:00\"}             | REWIND | 2026-05-01T00:00:00Z |"
            + " -",
        "{\"from\": \"2026-05-01T00:00:00Z\", \"to\": \"2026-05-02T00:00:00Z\"} | RANGE |"
            + " 2026-05-01T00:00:00Z | 2026-05-02T00:00:00Z",
      })
  void a_run_is_promised_on_the_window_that_the_body_says(
      String body, WindowMode mode, @Nullable Instant from, @Nullable Instant to) {
    ControlApiServer.Answer answer = server.call("POST", PATH, body);
    assertEquals(202, answer.status(), answer.body());
    assertTrue(answer.json().path("id").isString(), answer.body());
    assertEquals(List.of(new WindowOrder(mode, from, to)), control.windows());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                           | body   | is an object",
        "\"now\"                      | body   | is an object",
        "{\"form\": \"x\"}            | form   | did you mean 'from'?",
        "{\"from\": \"yesterday\"}    | from   | is a time such as",
        "{\"to\": 7}                  | to     | is a time such as",
        "{\"rewind\": \"2026-05-01\"} | rewind | is a time such as",
        "{\"rewind\": \"2026-05-01T12:00:01Z\"} | rewind | lies in the future",
        "{\"peek\": \"yes\"}          | peek   | is true or false",
        "{\"from\": \"2026-05-01T00:00:00Z\"} | to   | goes with from",
        "{\"to\": \"2026-05-01T00:00:00Z\"}   | from | goes with to",
        "{\"from\": \"2026-05-01T00:00:00Z\", \"to\": \"2026-05-01T00:00:00Z\"} | to | is after"
            + " from",
        "{\"rewind\": \"2026-05-01T00:00:00Z\", \"to\": \"2026-05-01T00:00:00Z\"} | to | is for a"
            + " range",
        "{\"peek\": true, \"from\": \"2026-05-01T00:00:00Z\"} | from | is for a range",
        "{\"peek\": true, \"rewind\": \"2026-05-01T00:00:00Z\"} | rewind | only peeks",
      })
  void a_body_that_does_not_hold_is_refused_with_its_field(
      String body, String field, String message) {
    ControlApiServer.Answer answer = server.call("POST", PATH, body);
    assertEquals(422, answer.status(), answer.body());
    assertEquals(field, answer.json().path("field").stringValue());
    assertTrue(answer.body().contains(message), answer.body());
    assertEquals(List.of(), control.windows());
  }

  @Test
  void who_is_not_there_or_has_no_champion_yet_is_told_by_name() {
    ControlApiServer.Answer unknown = server.call("POST", "/api/projects/none/monitor", "");
    assertEquals(404, unknown.status());
    assertEquals("Project.Unknown", unknown.json().path("error").stringValue());

    server.put("/api/projects/young", "{\"target\": \"price\"}");
    ControlApiServer.Answer young = server.call("POST", "/api/projects/young/monitor", "");
    assertEquals(409, young.status());
    assertEquals("Monitoring.NoChampion", young.json().path("error").stringValue());
  }

  @Test
  void a_body_that_is_no_json_is_a_bad_request() {
    assertEquals(400, server.call("POST", PATH, "peek").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hourly             | cron expression",
        "0 0 25 * * ?       | cron expression",
        "0 0 6 1 1 ? 2026   | never fires again",
        "0 0 0 31 2 ?       | never fires again",
      })
  void a_schedule_that_does_not_hold_is_refused_with_its_field(String schedule, String message) {
    ControlApiServer.Answer answer =
        server.put(
            "/api/projects/uk",
            "{\"target\": \"price\", \"monitoring\": {\"schedule\": \"%s\"}}".formatted(schedule));
    assertEquals(422, answer.status(), answer.body());
    assertEquals("Project.Invalid", answer.json().path("error").stringValue());
    assertEquals("monitoring.schedule", answer.json().path("field").stringValue());
    assertTrue(answer.body().contains(message), answer.body());
  }

  @Test
  void a_stored_schedule_that_has_fired_for_the_last_time_may_stay() {
    String settings = "{\"monitoring\": {\"schedule\": \"0 0 6 1 1 ? 2026\"}, \"target\": \"%s\"}";
    control.put(project(settings.formatted("price")));

    assertEquals(200, server.put("/api/projects/uk", settings.formatted("cost")).status());
    String elsewhere = "{\"timeZone\": \"Europe/Madrid\", ";
    assertEquals(
        422,
        server
            .put(
                "/api/projects/uk",
                settings.formatted("cost").replace("{\"schedule", elsewhere + "\"schedule"))
            .status());
  }

  private static Project project(String settings) {
    return ProjectSettings.parse(new ProjectName("uk"), Json.tree(settings)).orThrow();
  }

  @Test
  void a_schedule_is_named_among_all_other_mistakes() {
    ControlApiServer.Answer answer =
        server.put(
            "/api/projects/uk",
            "{\"threshold\": -1, \"monitoring\": {\"schedule\": \"hourly\", \"timeZone\":"
                + " \"Mars\"}}");
    assertEquals(422, answer.status());
    for (String field : List.of("target", "threshold", "timeZone", "monitoring.schedule")) {
      assertTrue(answer.body().contains(field + ": "), answer.body());
    }
  }

  @Test
  void a_schedule_may_be_off_or_end_in_the_future() {
    for (String schedule : List.of("off", "0 0 6 2 5 ? 2026")) {
      ControlApiServer.Answer answer =
          server.put(
              "/api/projects/uk",
              "{\"target\": \"price\", \"monitoring\": {\"schedule\": \"%s\"}}"
                  .formatted(schedule));
      assertEquals(200, answer.status(), answer.body());
      assertEquals(schedule, answer.json().path("monitoring").path("schedule").stringValue());
    }
  }
}
