// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import io.javalin.http.Context;
import io.odometer.core.error.DidYouMean;
import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.project.Mistake;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ProjectSettings;
import io.odometer.orchestrator.project.CheckedSettings;
import io.odometer.platform.http.HttpProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a request says, as types; what cannot be understood is a problem with a status. */
final class Parameters {
  private static final int MOST = 10_000;
  private static final List<String> STATUSES =
      Arrays.stream(ExecutionStatus.values()).map(Enum::name).toList();

  private Parameters() {}

  /** A name that no project can have is as unknown as any other. */
  static ProjectName existingProject(Context context) {
    String name = context.pathParam("name");
    if (!ProjectName.isValid(name)) {
      throw unknownProject(name);
    }
    return new ProjectName(name);
  }

  static HttpProblem unknownProject(String name) {
    return named(404, Errors.PROJECT_UNKNOWN.value(), "there is no project '" + name + "'");
  }

  static ProjectName newProject(Context context) {
    try {
      return new ProjectName(context.pathParam("name"));
    } catch (IllegalArgumentException refusal) {
      throw invalid(List.of(new Mistake("name", String.valueOf(refusal.getMessage()))));
    }
  }

  static Project settings(
      Context context, Function<ProjectName, Optional<Project>> stored, Instant now) {
    JsonNode body = Json.tree(context.bodyAsBytes());
    ProjectName name = newProject(context);
    return switch (CheckedSettings.parse(name, body, stored.apply(name), now)) {
      case ProjectSettings.Valid valid -> valid.project();
      case ProjectSettings.Invalid invalid -> throw invalid(invalid.mistakes());
    };
  }

  static ExecutionId execution(Context context) {
    String id = context.pathParam("id");
    try {
      return new ExecutionId(id);
    } catch (IllegalArgumentException impossible) {
      throw unknownExecution(id);
    }
  }

  static HttpProblem unknownExecution(String id) {
    return HttpProblem.notFound("there is no execution '" + id + "'");
  }

  static Optional<ProjectName> project(Context context) {
    return query(context, "project")
        .map(
            name -> {
              if (!ProjectName.isValid(name)) {
                throw unprocessable("project", "'" + name + "' is not the name of a project");
              }
              return new ProjectName(name);
            });
  }

  static Optional<ExecutionStatus> status(Context context) {
    return query(context, "status")
        .map(
            status -> {
              String name = status.toUpperCase(Locale.ROOT);
              if (!STATUSES.contains(name)) {
                throw unprocessable(
                    "status",
                    "'" + status + "' is no status; " + DidYouMean.hint(status, STATUSES));
              }
              return ExecutionStatus.valueOf(name);
            });
  }

  static int limit(Context context, int usual) {
    String text = query(context, "limit").orElse(String.valueOf(usual));
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException noNumber) {
      // Refused below like a number out of bounds.
    }
    throw unprocessable("limit", "is a whole number from 1 to " + MOST + ", not '" + text + "'");
  }

  private static Optional<String> query(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
  }

  private static HttpProblem invalid(List<Mistake> mistakes) {
    Optional<String> field =
        mistakes.size() == 1
            ? Optional.of(mistakes.getFirst().field()).filter(name -> !name.isEmpty())
            : Optional.empty();
    String message = new ProjectSettings.Invalid(mistakes).message();
    return new HttpProblem(
        422, Errors.PROJECT_INVALID.value(), message, OptionalInt.empty(), field);
  }

  static HttpProblem unprocessable(String field, String message) {
    return new HttpProblem(
        422, "Unprocessable", field + ": " + message, OptionalInt.empty(), Optional.of(field));
  }

  private static HttpProblem named(int status, String error, String message) {
    return new HttpProblem(status, error, message, OptionalInt.empty(), Optional.empty());
  }
}
