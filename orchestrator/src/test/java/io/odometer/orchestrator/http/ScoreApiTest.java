// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.project.ProjectName;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.orchestrator.control.FakeControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreApiTest {
  private static final String PATH = "/api/projects/uk/score";

  private final FakeControlPlane control = new FakeControlPlane();
  private final ControlApiServer server = new ControlApiServer(control, new RecentEvents(1));

  @BeforeEach
  void create() {
    server.put("/api/projects/uk", "{\"target\": \"price\"}");
    control.add(ScoringObjects.input(new ProjectName("uk"), "may/a.csv"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_file_by_its_name_below_in_is_answered_with_its_execution() {
    ControlApiServer.Answer answer = server.call("POST", PATH, "{\"input\": \"may/a.csv\"}");
    assertEquals(202, answer.status(), answer.body());
    assertEquals(
        answer.body(),
        server.call("POST", PATH, "{\"input\": \"may/a.csv\", \"again\": false}").body());
    assertNotEquals(
        answer.body(),
        server.call("POST", PATH, "{\"input\": \"may/a.csv\", \"again\": true}").body());
  }

  @Test
  void a_project_or_file_that_is_not_there_is_not_found_by_name() {
    ControlApiServer.Answer project =
        server.call("POST", "/api/projects/none/score", "{\"input\": \"a.csv\"}");
    assertEquals(404, project.status());
    assertEquals("Project.Unknown", project.json().path("error").stringValue());
    ControlApiServer.Answer file = server.call("POST", PATH, "{\"input\": \"b.csv\"}");
    assertEquals(404, file.status());
    assertEquals("Store.NotFound", file.json().path("error").stringValue());
    assertTrue(file.body().contains("scoring/uk/in/b.csv"), file.body());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''                               | input  | names a file",
        "[]                               | input  | names a file",
        "{}                               | input  | such as a.csv",
        "{\"input\": 7}                   | input  | such as a.csv",
        "{\"input\": \"\"}                | input  | such as a.csv",
        "{\"input\": \"/a.csv\"}          | input  | such as a.csv",
        "{\"input\": \"a.md\"}            | input  | ends in none of .csv",
        "{\"input\": \"a.csv.job.json\"}  | input  | is settings for a file",
        "{\"inptu\": \"may/a.csv\"}       | inptu  | did you mean 'input'?",
        "{\"input\": \"may/a.csv\", \"again\": \"yes\"} | again | is true or false",
      })
  void a_body_that_does_not_hold_is_refused_with_its_field(
      String body, String field, String message) {
    ControlApiServer.Answer answer = server.call("POST", PATH, body);
    assertEquals(422, answer.status(), answer.body());
    assertEquals(field, answer.json().path("field").stringValue());
    assertTrue(answer.body().contains(message), answer.body());
  }

  @Test
  void a_body_that_is_no_json_is_a_bad_request() {
    assertEquals(400, server.call("POST", PATH, "input=a.csv").status());
  }
}
