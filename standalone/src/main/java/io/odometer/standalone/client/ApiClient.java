// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.client;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Calls of an HTTP API that speaks JSON, with the bearer token if there is one. Fails with {@code
 * Api.Unavailable} when nobody answers.
 */
public final class ApiClient {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final HttpClient client;
  private final URI base;
  private final Optional<String> token;

  public ApiClient(HttpClient client, URI base, Optional<String> token) {
    this.client = client;
    this.base = base;
    this.token = token;
  }

  /** An answer of any status; a body that is not JSON is the field {@code text}. */
  public record Answer(int status, JsonNode body) {
    public boolean isOk() {
      return status / 100 == 2;
    }

    /** What it says for people, or all of it. */
    public String message() {
      return body.path("message").asString(body.toString());
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer put(String path, JsonNode body) {
    return send(json(path).PUT(BodyPublishers.ofString(Json.text(body))));
  }

  public Answer post(String path, JsonNode body) {
    return send(json(path).POST(BodyPublishers.ofString(Json.text(body))));
  }

  /** The body of a good answer; else {@code Api.Refused} with what was answered. */
  public JsonNode required(String what, Answer answer) {
    if (answer.isOk()) {
      return answer.body();
    }
    throw new OdometerException(
        Errors.API_REFUSED,
        "%s was answered with %d: %s".formatted(what, answer.status(), answer.message()));
  }

  /** Where that path is. */
  public URI address(String path) {
    return base.resolve(path);
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(address(path)).timeout(LIMIT);
    token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), tree(response.body()));
    } catch (IOException e) {
      throw new OdometerException(
          Errors.API_UNAVAILABLE, "no answer from " + base + ": does Odometer run there?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OdometerException(Errors.API_UNAVAILABLE, "interrupted", e);
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      return Json.tree(body);
    } catch (JacksonException notJson) {
      return Json.object().put("text", new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
