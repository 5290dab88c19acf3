// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.registry.Stage;
import io.odometer.orchestrator.control.FakeControlPlane;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ControlApiTest {
  private static final ProjectName UK = new ProjectName("uk");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final FakeControlPlane control = new FakeControlPlane();
  private final RecentEvents events = new RecentEvents(3);
  private final ControlApiServer server = new ControlApiServer(control, events);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_target_creates_a_project_and_get_shows_every_setting() {
    ControlApiServer.Answer put = server.put("/api/projects/uk", "{\"target\": \"price\"}");
    assertEquals(200, put.status(), put.body());

    JsonNode project = server.get("/api/projects/uk").json();
    assertEquals(put.json(), project);
    assertEquals(
        Set.of(
            "name",
            "target",
            "algorithms",
            "split",
            "filter",
            "endpoint",
            "threshold",
            "types",
            "ignore",
            "quietPeriod",
            "scoring",
            "monitoring",
            "notifications",
            "version"),
        Set.copyOf(project.propertyNames()));
    assertEquals(Json.tree("{\"linear\":{},\"xgboost\":{}}"), project.path("algorithms"));
    assertEquals("max", project.path("endpoint").path("rule").stringValue());
    assertEquals("PT2S", project.path("quietPeriod").stringValue());
    assertEquals(1, project.path("version").asInt());
  }

  @Test
  void what_get_shows_can_be_put_back() {
    server.put("/api/projects/uk", "{\"target\": \"price\", \"filter\": {\"price\": [1, 9]}}");
    String shown = server.get("/api/projects/uk").body();

    ControlApiServer.Answer put = server.put("/api/projects/uk", shown);

    assertEquals(200, put.status(), put.body());
    assertEquals(Json.tree("[1.0,9.0]"), put.json().path("filter").path("price"));
  }

  @Test
  void a_put_replaces_all_settings() {
    server.put("/api/projects/uk", "{\"target\": \"price\", \"threshold\": 5}");
    server.put("/api/projects/uk", "{\"target\": \"cost\"}");

    JsonNode project = server.get("/api/projects/uk").json();
    assertEquals("cost", project.path("target").stringValue());
    assertTrue(project.path("threshold").isNull());
    assertEquals(2, project.path("version").asInt());
  }

  @Test
  void projects_are_listed_by_name() {
    server.put("/api/projects/uk", "{\"target\": \"price\"}");
    server.put("/api/projects/cars", "{\"target\": \"price\"}");

    JsonNode projects = server.get("/api/projects").json().path("projects");
    assertEquals("cars", projects.path(0).path("name").stringValue());
    assertEquals("uk", projects.path(1).path("name").stringValue());
  }

  @Test
  void every_mistake_of_the_settings_is_told() {
    ControlApiServer.Answer put =
        server.put("/api/projects/uk", "{\"tagret\": \"price\", \"threshold\": -1}");

    assertEquals(422, put.status());
    assertEquals("Project.Invalid", put.json().path("error").stringValue());
    String message = put.json().path("message").stringValue();
    assertTrue(message.contains("tagret: "), message);
    assertTrue(message.contains("did you mean 'target'?"), message);
    assertTrue(message.contains("threshold: "), message);
    assertEquals(404, server.get("/api/projects/uk").status());
  }

  @Test
  void a_single_mistake_names_its_field() {
    ControlApiServer.Answer put =
        server.put("/api/projects/uk", "{\"target\": \"price\", \"split\": {\"train\": 70.5}}");

    assertEquals(422, put.status());
    assertEquals(
        "threshold",
        server
            .put("/api/projects/uk", "{\"target\": \"price\", \"threshold\": 0}")
            .json()
            .path("field")
            .stringValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"target\": }", "\u0000", "target=price"})
  void a_body_that_is_no_json_is_a_bad_request(String body) {
    assertEquals(400, server.put("/api/projects/uk", body).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"price\"", "null"})
  void a_body_that_is_no_object_is_unprocessable(String body) {
    assertEquals(422, server.put("/api/projects/uk", body).status());
  }

  @Test
  void a_name_that_no_project_can_have_is_refused() {
    assertEquals(422, server.put("/api/projects/U%20K", "{\"target\": \"price\"}").status());
    assertEquals(404, server.get("/api/projects/U%20K").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/projects/none",
        "/api/projects/none/models",
        "/api/endpoints/none",
        "/api/executions/none",
        "/api/executions/a%2Fb",
        "/api/nothing"
      })
  void what_is_not_there_is_not_found_as_json(String path) {
    ControlApiServer.Answer answer = server.get(path);

    assertEquals(404, answer.status());
    assertFalse(answer.json().path("message").asString("").isEmpty(), answer.body());
  }

  @Test
  void a_training_answers_the_execution_it_started() {
    server.put("/api/projects/uk", "{\"target\": \"price\"}");

    ControlApiServer.Answer answer = server.post("/api/projects/uk/train");

    assertEquals(202, answer.status());
    String id = answer.json().path("id").stringValue();
    assertEquals(200, server.get("/api/executions/" + id).status());
    assertEquals(404, server.post("/api/projects/none/train").status());
  }

  @Test
  void an_order_that_is_not_carried_out_in_time_says_so() {
    control.fallSilent();

    ControlApiServer.Answer answer = server.put("/api/projects/uk", "{\"target\": \"price\"}");

    assertEquals(503, answer.status());
    assertEquals("Control.Timeout", answer.json().path("error").stringValue());
  }

  @Test
  void executions_are_listed_newest_first_and_filtered() {
    control.add(execution("a", "uk", ExecutionStatus.FAILED, NOON));
    control.add(execution("b", "uk", ExecutionStatus.RUNNING, NOON.plusSeconds(1)));
    control.add(execution("c", "cars", ExecutionStatus.RUNNING, NOON.plusSeconds(2)));

    assertEquals(List.of("c", "b", "a"), ids("/api/executions"));
    assertEquals(List.of("b", "a"), ids("/api/executions?project=uk"));
    assertEquals(List.of("b"), ids("/api/executions?project=uk&status=RUNNING"));
    assertEquals(List.of("c", "b"), ids("/api/executions?status=running"));
    assertEquals(List.of("c"), ids("/api/executions?limit=1"));
    assertEquals(List.of(), ids("/api/executions?project=nobody"));
  }

  @Test
  void an_execution_in_the_list_has_these_fields_and_no_others() {
    control.add(execution("a", "uk", ExecutionStatus.RUNNING, NOON));

    JsonNode execution = server.get("/api/executions").json().path("executions").path(0);

    assertEquals(
        new TreeSet<>(
            Set.of(
                "id",
                "name",
                "workflow",
                "project",
                "status",
                "startedAt",
                "stoppedAt",
                "error",
                "cause")),
        new TreeSet<>(execution.propertyNames()));
    assertEquals("2026-11-20T12:00:00Z", execution.path("startedAt").stringValue());
    assertTrue(execution.path("stoppedAt").isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=DONE", "project=No%20Name", "limit=0", "limit=x"})
  void a_filter_that_means_nothing_is_refused_with_its_name(String query) {
    ControlApiServer.Answer answer = server.get("/api/executions?" + query);

    assertEquals(422, answer.status());
    assertEquals(query.split("=", -1)[0], answer.json().path("field").stringValue());
  }

  @Test
  void one_execution_shows_input_output_and_its_states_with_times_and_progress() {
    control.add(execution("a", "uk", ExecutionStatus.FAILED, NOON));

    JsonNode execution = server.get("/api/executions/a").json();

    assertEquals("a", execution.path("id").stringValue());
    assertEquals("Data.Empty", execution.path("error").stringValue());
    assertEquals("no rows", execution.path("cause").stringValue());
    assertEquals(Json.tree("{\"project\":\"uk\"}"), execution.path("input"));
    assertTrue(execution.path("output").isNull());
    JsonNode state = execution.path("states").path(1);
    assertEquals("Models[1]/Train", state.path("path").stringValue());
    assertEquals("RUNNING", state.path("status").stringValue());
    assertEquals("2026-11-20T12:00:05Z", state.path("enteredAt").stringValue());
    assertTrue(state.path("exitedAt").isNull());
    assertEquals(1, state.path("attempts").asInt());
    assertEquals(120, state.path("progress").path("round").asInt());
  }

  @Test
  void models_show_stage_metrics_and_the_reason() {
    server.put("/api/projects/uk", "{\"target\": \"price\"}");
    control.add(model("1", Stage.CHAMPION, null));
    control.add(model("2", Stage.REJECTED, "rmse 9 is above the threshold 5"));

    JsonNode models = server.get("/api/projects/uk/models").json().path("models");

    assertEquals(2, models.size());
    JsonNode newest = models.path(0);
    assertEquals("2", newest.path("version").stringValue());
    assertEquals("rejected", newest.path("stage").stringValue());
    assertEquals("rmse 9 is above the threshold 5", newest.path("reason").stringValue());
    assertEquals(9.0, newest.path("metrics").path("rmse").asDouble());
    assertEquals(0.5, newest.path("metrics").path("r2").asDouble());
    assertEquals("xgboost", newest.path("algorithm").stringValue());
    assertTrue(models.path(1).get("reason").isNull());
  }

  @Test
  void an_endpoint_shows_its_members_and_a_project_without_one_says_why() {
    server.put("/api/projects/uk", "{\"target\": \"price\"}");
    ControlApiServer.Answer none = server.get("/api/endpoints/uk");
    assertEquals(404, none.status());
    assertTrue(none.body().contains("no champion yet"), none.body());

    control.add(
        new Endpoint(
            UK, 3, EndpointRule.DEFAULT, List.of(modelId("1")), new ExecutionId("a"), NOON));
    JsonNode endpoint = server.get("/api/endpoints/uk").json();
    assertEquals(3, endpoint.path("version").asInt());
    assertEquals("1", endpoint.path("members").path(0).path("version").stringValue());
  }

  @Test
  void the_last_events_are_told_newest_first_and_each_once() {
    for (int i = 0; i < 5; i++) {
      events.add(event("e" + i, i % 2 == 0 ? UK : new ProjectName("cars"), NOON.plusSeconds(i)));
    }
    events.add(event("e4", UK, NOON.plusSeconds(4)));

    assertEquals(List.of("e4", "e3", "e2"), eventIds("/api/events"));
    assertEquals(List.of("e4", "e2"), eventIds("/api/events?project=uk"));
  }

  private List<String> ids(String path) {
    JsonNode executions = server.get(path).json().path("executions");
    return executions.valueStream().map(each -> each.path("id").stringValue()).toList();
  }

  private List<String> eventIds(String path) {
    JsonNode all = server.get(path).json().path("events");
    return all.valueStream().map(each -> each.path("id").stringValue()).toList();
  }

  private static SystemEvent event(String id, ProjectName project, Instant time) {
    return new SystemEvent(id, "model.rejected", "test", time, project, "", Json.object());
  }

  private static ModelId modelId(String version) {
    return new ModelId(UK, Algorithm.XGBOOST, new ModelVersion(version));
  }

  private static ModelRecord model(String version, Stage stage, @Nullable String reason) {
    return new ModelRecord(
        modelId(version),
        stage,
        new RegressionMetrics(9, 8, 81, 0.5, 100),
        reason,
        new ExecutionId("a"),
        NOON.plusSeconds(Long.parseLong(version)));
  }

  private static ExecutionRecord execution(
      String id, String project, ExecutionStatus status, Instant startedAt) {
    boolean failed = status == ExecutionStatus.FAILED;
    return new ExecutionRecord(
        new ExecutionId(id),
        "name-" + id,
        "training",
        new ProjectName(project),
        status,
        startedAt,
        failed ? startedAt.plusSeconds(9) : null,
        Json.tree("{\"project\":\"uk\"}"),
        null,
        failed ? "Data.Empty" : null,
        failed ? "no rows" : null,
        List.of(state("Preprocess", startedAt), state("Models[1]/Train", startedAt)));
  }

  private static StateRecord state(String path, Instant startedAt) {
    return new StateRecord(
        path,
        "Task",
        ExecutionStatus.RUNNING,
        startedAt.plusSeconds(5),
        null,
        1,
        Json.tree("{\"round\":120,\"rmse\":1990.5}"),
        null,
        null);
  }
}
