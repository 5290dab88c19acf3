// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.odometer.core.error.ErrorName;
import io.odometer.core.error.OdometerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The one place where what a handler throws becomes a status and a body. */
final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  void addTo(RoutesConfig routes) {
    routes.exception(HttpProblem.class, ErrorAnswers::answer);
    routes.exception(OdometerException.class, ErrorAnswers::answer);
    routes.exception(HttpResponseException.class, ErrorAnswers::answer);
    routes.exception(JacksonException.class, ErrorAnswers::answer);
    routes.exception(Exception.class, ErrorAnswers::answerUnexpected);
  }

  private static void answer(HttpProblem problem, Context context) {
    Integer row = problem.row().isPresent() ? (Integer) problem.row().getAsInt() : null;
    context.status(problem.status());
    context.json(
        new ErrorBody(
            problem.error(),
            String.valueOf(problem.getMessage()),
            row,
            problem.field().orElse(null),
            RequestFrame.id(context)));
  }

  private static void answer(OdometerException failure, Context context) {
    int status = status(failure.error());
    if (status >= 500) {
      LOG.warn("{} {} failed: {}", context.method(), context.path(), failure.reason(), failure);
    }
    answer(status, failure.error().value(), failure.reason(), context);
  }

  /** What Javalin itself throws: no such route, a wrong method, a body too large. */
  private static void answer(HttpResponseException refused, Context context) {
    String allowed = refused.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed);
    }
    answer(
        refused.getStatus(),
        StatusNames.of(refused.getStatus()),
        StatusNames.message(refused, context),
        context);
  }

  private static void answer(JacksonException unreadable, Context context) {
    answer(400, StatusNames.of(400), "not JSON as expected: " + place(unreadable), context);
  }

  private static String place(JacksonException unreadable) {
    return "%s (line %d, column %d)"
        .formatted(
            unreadable.getOriginalMessage(),
            unreadable.getLocation().getLineNr(),
            unreadable.getLocation().getColumnNr());
  }

  private static void answerUnexpected(Exception failure, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), failure);
    answer(500, "Internal.Error", "a mistake of ours; the log tells more", context);
  }

  private static void answer(int status, String error, String message, Context context) {
    context.status(status);
    context.json(ErrorBody.of(error, message, RequestFrame.id(context)));
  }

  /** By family, unless a name says more. */
  static int status(ErrorName error) {
    String name = error.value();
    return switch (name) {
      case "Data.TooLarge" -> 413;
      case "Store.NotFound", "Project.Unknown" -> 404;
      case "Store.Precondition", "Registry.Conflict", "Project.Conflict", "Monitoring.NoChampion" ->
          409;
      case "Monitoring.TooMany" -> 429;
      case "Store.Unavailable", "Kafka.Unavailable", "Control.Timeout" -> 503;
      default ->
          switch (name.substring(0, name.indexOf('.'))) {
            case "Data", "Schema", "Project" -> 422;
            default -> 500;
          };
    };
  }
}
