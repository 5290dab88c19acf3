// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator;

import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.orchestrator.project.CheckedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code ODOMETER_PROJECTS}: an object of settings by name, such as {@code {"used-cars":
 * {"target": "price"}}}, or the path of a file that holds it. A schedule that has fired for the
 * last time is no reason not to start.
 */
final class ProjectList {
  private ProjectList() {}

  /**
   * @throws IllegalArgumentException saying which setting of which project does not hold
   */
  static List<Project> read(String setting) {
    JsonNode projects = tree(setting.startsWith("{") ? setting : content(setting));
    if (!projects.isObject()) {
      throw mistake("is an object of settings by name", null);
    }
    return projects.properties().stream()
        .map(entry -> project(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Project project(String name, JsonNode settings) {
    try {
      return CheckedSettings.parse(new ProjectName(name), settings).orThrow();
    } catch (OdometerException invalid) {
      throw mistake(name + ": " + invalid.reason(), invalid);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return Json.tree(json);
    } catch (JacksonException malformed) {
      throw mistake("is not JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  private static String content(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw mistake("cannot be read: " + unreadable, unreadable);
    }
  }

  private static IllegalArgumentException mistake(String message, @Nullable Throwable cause) {
    return new IllegalArgumentException("ODOMETER_PROJECTS " + message, cause);
  }
}
