// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer that is not a success and has no name in the workflow: what the client did wrong, or
 * what is not ready.
 */
public final class HttpProblem extends RuntimeException {
  private final int status;
  private final String error;
  private final OptionalInt row;
  private final Optional<String> field;

  public HttpProblem(
      int status, String error, String message, OptionalInt row, Optional<String> field) {
    super(message);
    this.status = status;
    this.error = error;
    this.row = row;
    this.field = field;
  }

  public static HttpProblem badRequest(String message) {
    return new HttpProblem(400, "BadRequest", message, OptionalInt.empty(), Optional.empty());
  }

  static HttpProblem unauthorized(String message) {
    return new HttpProblem(401, "Unauthorized", message, OptionalInt.empty(), Optional.empty());
  }

  public static HttpProblem notFound(String message) {
    return new HttpProblem(404, "NotFound", message, OptionalInt.empty(), Optional.empty());
  }

  public static HttpProblem notAcceptable(String message) {
    return new HttpProblem(406, "NotAcceptable", message, OptionalInt.empty(), Optional.empty());
  }

  public static HttpProblem conflict(String message) {
    return new HttpProblem(409, "Conflict", message, OptionalInt.empty(), Optional.empty());
  }

  public static HttpProblem unsupportedMediaType(String message) {
    return new HttpProblem(
        415, "UnsupportedMediaType", message, OptionalInt.empty(), Optional.empty());
  }

  public static HttpProblem unprocessable(String message) {
    return new HttpProblem(422, "Unprocessable", message, OptionalInt.empty(), Optional.empty());
  }

  /** Names the row, counted from 0, and the field that cannot be used. */
  public static HttpProblem unprocessable(String message, int row, String field) {
    return new HttpProblem(422, "Unprocessable", message, OptionalInt.of(row), Optional.of(field));
  }

  public static HttpProblem unavailable(String message) {
    return new HttpProblem(503, "Unavailable", message, OptionalInt.empty(), Optional.empty());
  }

  public int status() {
    return status;
  }

  public String error() {
    return error;
  }

  public OptionalInt row() {
    return row;
  }

  public Optional<String> field() {
    return field;
  }
}
