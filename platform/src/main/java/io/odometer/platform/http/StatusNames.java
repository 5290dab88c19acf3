// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

/** Names and words for the statuses that the server itself answers. */
final class StatusNames {
  private StatusNames() {}

  static String of(int status) {
    return switch (status) {
      case 400 -> "BadRequest";
      case 401 -> "Unauthorized";
      case 404 -> "NotFound";
      case 405 -> "MethodNotAllowed";
      case 413 -> "TooLarge";
      case 415 -> "UnsupportedMediaType";
      case 431 -> "HeadersTooLarge";
      case 503 -> "Unavailable";
      default -> status < 500 ? "BadRequest" : "Internal.Error";
    };
  }

  static String message(HttpResponseException refused, Context context) {
    return switch (refused.getStatus()) {
      case 404 -> "there is no %s %s".formatted(context.method(), context.path());
      case 405 ->
          "%s does not take %s; it takes %s"
              .formatted(
                  context.path(),
                  context.method(),
                  refused.getDetails().getOrDefault("availableMethods", "nothing"));
      case 413 -> "the body is larger than %d bytes".formatted(HttpServer.BODY_LIMIT);
      default -> String.valueOf(refused.getMessage());
    };
  }
}
