// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ProjectSettings;
import io.odometer.orchestrator.control.FakeControlPlane;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document is held against the routes that exist. */
class OpenApiTest {
  /** What every service's server adds. */
  private static final List<String> COMMON = List.of("/health/live", "/health/ready", "/metrics");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final FakeControlPlane control = new FakeControlPlane();
  private final ControlApi api =
      new ControlApi(control, new RecentEvents(1), () -> ControlApiServer.NOW);
  private final ControlApiServer server = new ControlApiServer(control, new RecentEvents(1));
  private final JsonNode document = server.get("/openapi.json").json();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void every_route_is_described_and_every_description_is_a_route() {
    Set<String> routes =
        api.routes().stream()
            .map(route -> operation(route.method().name(), route.path()))
            .collect(Collectors.toCollection(TreeSet::new));
    COMMON.forEach(path -> routes.add(operation("get", path)));

    assertEquals(routes, described());
  }

  @Test
  void every_described_path_answers() {
    assertEquals("3.1.0", document.path("openapi").stringValue());
    for (String operation : described()) {
      String[] parts = operation.split(" ", 2);
      String path = parts[1].replace("{name}", "uk").replace("{id}", "x");
      ControlApiServer.Answer answer = server.call(parts[0].toUpperCase(Locale.ROOT), path, "");
      assertTrue(
          statuses(operation).contains(String.valueOf(answer.status())),
          () -> operation + " answers " + answer.status() + ", which is not described");
    }
  }

  @Test
  void every_variable_of_a_path_is_described() {
    for (var path : document.path("paths").properties()) {
      Set<String> described = new HashSet<>();
      path.getValue().findValues("parameters").forEach(list -> described.addAll(pathNames(list)));
      Set<String> used =
          List.of(path.getKey().split("/", -1)).stream()
              .filter(part -> part.startsWith("{"))
              .map(part -> part.substring(1, part.length() - 1))
              .collect(Collectors.toSet());
      assertEquals(used, described, path.getKey());
    }
  }

  @Test
  void every_reference_leads_somewhere() {
    List<JsonNode> references = document.findValues("$ref");
    assertTrue(references.size() > 10);
    for (JsonNode reference : references) {
      String pointer = reference.stringValue().substring(1);
      assertFalse(document.at(pointer).isMissingNode(), pointer);
    }
  }

  @Test
  void the_described_settings_are_those_that_the_parser_knows() {
    ProjectName name = new ProjectName("uk");
    JsonNode settings = document.at("/components/schemas/ProjectSettings/properties");
    for (String setting : settings.propertyNames()) {
      JsonNode body = Json.object().put("target", "price").set(setting, Json.object());
      String message =
          ProjectSettings.parse(name, body) instanceof ProjectSettings.Invalid invalid
              ? invalid.message()
              : "";
      assertFalse(message.contains("there is no such setting"), message);
    }
    JsonNode shown =
        Json.toTree(
            ProjectSettings.parse(name, Json.tree("{\"target\":\"price\",\"threshold\":1}"))
                .orThrow());
    assertEquals(new TreeSet<>(shown.propertyNames()), new TreeSet<>(settings.propertyNames()));
  }

  @Test
  void what_is_answered_has_the_described_fields() {
    server.put("/api/projects/uk", "{\"target\": \"price\"}");
    String id = server.post("/api/projects/uk/train").json().path("id").stringValue();

    JsonNode detail = server.get("/api/executions/" + id).json();
    Set<String> described = new TreeSet<>();
    described.addAll(names("/components/schemas/Execution/properties"));
    described.addAll(names("/components/schemas/ExecutionDetail/allOf/1/properties"));
    assertEquals(described, new TreeSet<>(detail.propertyNames()));
  }

  private Set<String> names(String pointer) {
    return new TreeSet<>(document.at(pointer).propertyNames());
  }

  private Set<String> described() {
    Set<String> operations = new TreeSet<>();
    for (var path : document.path("paths").properties()) {
      for (String method : path.getValue().propertyNames()) {
        if (METHODS.contains(method)) {
          operations.add(operation(method, path.getKey()));
        }
      }
    }
    return operations;
  }

  private Set<String> statuses(String operation) {
    String[] parts = operation.split(" ", 2);
    JsonNode responses = document.path("paths").path(parts[1]).path(parts[0]).path("responses");
    return Set.copyOf(responses.propertyNames());
  }

  private static Set<String> pathNames(JsonNode parameters) {
    return parameters
        .valueStream()
        .filter(parameter -> parameter.path("in").stringValue().equals("path"))
        .map(parameter -> parameter.path("name").stringValue())
        .collect(Collectors.toSet());
  }

  private static String operation(String method, String path) {
    return method.toLowerCase(Locale.ROOT) + " " + path;
  }
}
